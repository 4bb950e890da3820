import type { DirectoryTeam, Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { chatIdOf } from '../chats.ts';
import { forgetInstall, isInstalled, personSubject, teamSubject } from '../installs.ts';
import { BOT_NAME, botUserId } from '../people.ts';
import { findPlace } from '../places.ts';
import { buildActivity } from './activity.ts';
import { deliverActivity } from './deliver.ts';
import { findInstaller } from './install.ts';

/** Takes the app out of a team, and tells the bot. */
export function uninstallFromTeam(world: World, team: DirectoryTeam): Promise<void> {
  const person = findInstaller(world, team);
  return uninstall(world, { subject: teamSubject(team.id), placeId: team.threadId, person });
}

/** Takes the app away from a person, and tells the bot. What was written stays readable. */
export function uninstallForPerson(world: World, persona: Persona): Promise<void> {
  return uninstall(world, {
    subject: personSubject(persona.id),
    placeId: chatIdOf(world, persona.id),
    person: persona,
  });
}

/** The bot hears of it after it is done, so that what it sends meanwhile is refused. */
async function uninstall(
  world: World,
  { subject, placeId, person }: { subject: string; placeId: string; person: Persona },
): Promise<void> {
  const place = findPlace(world, placeId);
  if (place === undefined || !isInstalled(world, subject)) return;
  forgetInstall(world, subject);
  const tell = { place, persona: person };
  await deliverActivity(
    world,
    buildActivity(world, { ...tell, type: 'installationUpdate', fields: { action: 'remove' } }),
  );
  await deliverActivity(
    world,
    buildActivity(world, {
      ...tell,
      type: 'conversationUpdate',
      fields: {
        membersRemoved: [{ id: botUserId(world), name: BOT_NAME }],
        channelData: place.kind === 'channel' ? { eventType: 'teamMemberRemoved' } : {},
      },
    }),
  );
}
