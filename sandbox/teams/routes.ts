import type { Route } from '../core/http.ts';
import type { World } from '../core/world.ts';
import { activityRoutes } from './connector/activities.ts';
import { createConversation, placeOfNew } from './connector/create-conversation.ts';
import { guardRoutes } from './connector/guard.ts';
import { createLimits } from './connector/limits.ts';
import { memberRoutes } from './connector/members.ts';
import { teamRoutes } from './connector/teams.ts';
import { fileRoutes } from './files/file-routes.ts';
import { openTeamsTables } from './tables.ts';

/**
 * The Bot Connector, under `/connector/v3`: what a bot calls to write in Teams and to ask who is there; and under
 * `/connector/files` the OneDrive in which Teams keeps the files of chats.
 */
export function teamsRoutes(world: World): Route[] {
  openTeamsTables(world.db);
  const limits = createLimits();
  const guarded = guardRoutes(world, [
    {
      method: 'POST',
      path: '/v3/conversations',
      kind: 'create-conversation',
      placeIdOf: (request) => placeOfNew(world, request.body),
      handler: (request) => createConversation(world, { request, limits }),
    },
    ...activityRoutes(world, limits),
    ...memberRoutes(world, limits),
    ...teamRoutes(world, limits),
  ]);
  return [...fileRoutes(world), ...guarded];
}
