import type { DirectoryTeam } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { type LiveTeam, listTeams, readPlaceState, setPlaceState } from '../place-states.ts';
import { conflict, notFound } from './refusal.ts';
import { type TeamEvent, tellOfTeam } from './tell-team.ts';

export type TeamChange = 'archive' | 'unarchive' | 'delete' | 'restore' | 'rename';
export type ChannelChange = 'delete' | 'restore' | 'rename';

const TEAM_EVENTS: Readonly<Record<TeamChange, TeamEvent>> = {
  archive: 'teamArchived',
  unarchive: 'teamUnarchived',
  delete: 'teamDeleted',
  restore: 'teamRestored',
  rename: 'teamRenamed',
};
const CHANNEL_EVENTS: Readonly<Record<ChannelChange, TeamEvent>> = {
  delete: 'channelDeleted',
  restore: 'channelRestored',
  rename: 'channelRenamed',
};

/**
 * Does to a team what its owner can do, and tells the bot. What stood in its channels comes back with it.
 * @returns what the bot answered; null where it is not told
 * @throws RefusedError 404, 409 for what can't be done now
 */
export async function changeTeam(
  world: World,
  { teamId, change, name }: { teamId: string; change: TeamChange; name?: string },
): Promise<number | null> {
  const team = requireTeam(world, teamId);
  const { isDeleted } = readPlaceState(world, team.id);
  if (isDeleted !== (change === 'restore'))
    throw conflict(
      `The team "${team.name}" ${isDeleted ? 'is deleted. Restore it first.' : 'is not deleted.'}`,
    );
  const before = liveTeam(world, team);
  setPlaceState(world, {
    id: team.id,
    ...(change === 'rename' ? { name: name ?? team.name } : {}),
    ...(change === 'archive' || change === 'unarchive' ? { isArchived: change === 'archive' } : {}),
    ...(change === 'delete' || change === 'restore' ? { isDeleted: change === 'delete' } : {}),
  });
  const after = liveTeam(world, team) ?? before;
  if (after === undefined) throw new Error(`The team ${team.id} is neither there nor was it.`);
  return tellOfTeam(world, { team: after, event: TEAM_EVENTS[change] });
}

/**
 * Does to a channel what a team's owner can do, and tells the bot.
 * @returns what the bot answered; null where it is not told
 * @throws RefusedError 404, 409 for what can't be done now
 */
export async function changeChannel(
  world: World,
  { channelId, change, name }: { channelId: string; change: ChannelChange; name?: string },
): Promise<number | null> {
  const team = world.directory.teams.find(({ channels }) => channels.some(({ id }) => id === channelId));
  const live = team && liveTeam(world, team);
  const inDirectory = team?.channels.find(({ id }) => id === channelId);
  if (live === undefined || inDirectory === undefined)
    throw notFound(`There is no channel "${channelId}". GET /sandbox/directory lists them.`);
  const { isDeleted, name: ownName } = readPlaceState(world, channelId);
  const channel = { id: channelId, name: (change === 'rename' && name) || ownName || inDirectory.name };
  if (isDeleted !== (change === 'restore'))
    throw conflict(
      `The channel "${channel.name}" ${isDeleted ? 'is deleted. Restore it first.' : 'is not deleted.'}`,
    );
  if (change === 'delete' && channelId === live.threadId)
    throw conflict('The first channel of a team can’t be deleted.');
  setPlaceState(world, { id: channelId, name: channel.name, isDeleted: change === 'delete' });
  return tellOfTeam(world, { team: live, event: CHANNEL_EVENTS[change], channel });
}

/** @throws RefusedError 404 */
export function requireTeam(world: World, teamId: string): DirectoryTeam {
  const team = world.directory.teams.find(({ id }) => id === teamId);
  if (team !== undefined) return team;
  throw notFound(`There is no team "${teamId}". GET /sandbox/directory lists them.`);
}

function liveTeam(world: World, { id }: DirectoryTeam): LiveTeam | undefined {
  return listTeams(world).find((team) => team.id === id);
}
