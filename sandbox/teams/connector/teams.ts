import type { SandboxRequest } from '../../core/http.ts';
import type { World } from '../../core/world.ts';
import type { LiveTeam } from '../place-states.ts';
import { findTeam } from '../places.ts';
import type { ConnectorRoute } from './guard.ts';
import type { Limits } from './limits.ts';
import { conversationNotFound, requirePlace } from './rooms.ts';

/** A team and its channels, by the team's thread id. */
export function teamRoutes(world: World, limits: Limits): ConnectorRoute[] {
  return [
    {
      method: 'GET',
      path: '/v3/teams/:teamId',
      ...READS_TEAM,
      handler: ({ params }) => {
        const team = readTeam(world, { teamId: params.teamId, limits });
        return {
          status: 200,
          body: {
            id: team.threadId,
            name: team.name,
            aadGroupId: team.id,
            type: 'standard',
            tenantId: world.directory.tenantId,
            channelCount: team.channels.length,
            memberCount: team.members.length,
          },
        };
      },
    },
    {
      method: 'GET',
      path: '/v3/teams/:teamId/conversations',
      ...READS_TEAM,
      handler: ({ params }) => {
        const team = readTeam(world, { teamId: params.teamId, limits });
        return {
          status: 200,
          body: { conversations: team.channels.map((channel) => toChannelInfo(team, channel)) },
        };
      },
    },
  ];
}

const READS_TEAM = {
  kind: 'read',
  placeIdOf: ({ params }: SandboxRequest) => params.teamId ?? null,
} as const;

function readTeam(
  world: World,
  { teamId = '', limits }: { teamId: string | undefined; limits: Limits },
): LiveTeam {
  const team = findTeam(world, teamId);
  if (team === undefined) throw conversationNotFound();
  requirePlace(world, team.threadId);
  limits.admit('read', team.threadId);
  return team;
}

/** Teams gives the General channel no name, because each person sees it in their own language. */
function toChannelInfo({ threadId }: LiveTeam, { id, name }: LiveTeam['channels'][number]) {
  return { id, name: id === threadId ? null : name, type: 'standard' };
}
