import type { DirectoryTeam } from '../core/directory.ts';
import type { World } from '../core/world.ts';

/** What became of a team, or a channel, since the directory was written. */
export interface PlaceState {
  /** Its name now; null: as in the directory. */
  readonly name: string | null;
  /** Of teams: nobody may write there. */
  readonly isArchived: boolean;
  readonly isDeleted: boolean;
}

/** A team as it is now: its names, and the channels that are there. */
export interface LiveTeam extends DirectoryTeam {
  readonly isArchived: boolean;
}

const UNCHANGED: PlaceState = { name: null, isArchived: false, isDeleted: false };

/** `id` is a team's id in the directory, or a channel's. */
export function readPlaceState({ db }: World, id: string): PlaceState {
  const row = db.prepare('select name, is_archived, is_deleted from teams_place_state where id = ?').get(id);
  if (row === undefined) return UNCHANGED;
  return {
    name: row.name === null ? null : String(row.name),
    isArchived: row.is_archived === 1,
    isDeleted: row.is_deleted === 1,
  };
}

/** Changes what is given, leaves the rest, and tells the page. */
export function setPlaceState(world: World, { id, ...change }: { id: string } & Partial<PlaceState>): void {
  const { name, isArchived, isDeleted } = { ...readPlaceState(world, id), ...change };
  world.db
    .prepare(
      'insert or replace into teams_place_state (id, name, is_archived, is_deleted) values (?, ?, ?, ?)',
    )
    .run(id, name, isArchived ? 1 : 0, isDeleted ? 1 : 0);
  world.events.emit('places');
}

/** The teams that are there, with the channels that are there, under their names of now. */
export function listTeams(world: World): LiveTeam[] {
  return world.directory.teams.flatMap((team) => {
    const { name, isArchived, isDeleted } = readPlaceState(world, team.id);
    return isDeleted
      ? []
      : [{ ...team, name: name ?? team.name, isArchived, channels: listChannelsOf(world, team) }];
  });
}

function listChannelsOf(world: World, { channels }: DirectoryTeam) {
  return channels.flatMap((channel) => {
    const { name, isDeleted } = readPlaceState(world, channel.id);
    return isDeleted ? [] : [{ ...channel, name: name ?? channel.name }];
  });
}
