import type { World } from '../core/world.ts';
import type { Place } from './places.ts';

/** What the app is installed in: a team, or for one person. */
export function subjectOf(place: Place): string {
  return place.kind === 'channel' ? teamSubject(place.team.id) : personSubject(place.persona.id);
}

export function teamSubject(teamId: string): string {
  return `team:${teamId}`;
}

export function personSubject(personaId: string): string {
  return `person:${personaId}`;
}

/** Whether the app is installed there; it is so from the moment the bot is being told. */
export function isInstalled(world: World, subject: string): boolean {
  return world.db.prepare('select 1 from teams_install where subject = ?').get(subject) !== undefined;
}

/** Whether the bot has answered to being told of the installation. */
export function isAccepted(world: World, subject: string): boolean {
  const row = world.db.prepare('select accepted from teams_install where subject = ?').get(subject);
  return row?.accepted === 1;
}

export function forgetInstall({ db }: World, subject: string): void {
  db.prepare('delete from teams_install where subject = ?').run(subject);
}

/** Writes down an installation; `accepted` tells whether the bot knows. */
export function recordInstall(
  world: World,
  { subject, accepted }: { subject: string; accepted: boolean },
): void {
  world.db
    .prepare(
      'insert into teams_install (subject, accepted) values (?, ?) on conflict (subject) do update set accepted = excluded.accepted',
    )
    .run(subject, accepted ? 1 : 0);
}
