import type { DirectoryTeam, Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { openChat } from '../chats.ts';
import { isAccepted as isAcceptedInstall, personSubject, recordInstall, teamSubject } from '../installs.ts';
import { BOT_NAME, botUserId } from '../people.ts';
import { findPlace, type Place } from '../places.ts';
import { buildActivity } from './activity.ts';
import { type Delivery, deliverActivity, isAccepted } from './deliver.ts';

/** What became of installing in one team, or for one person. */
export interface Installed {
  /** The team's name or the persona's id. */
  readonly subject: string;
  readonly outcome: 'installed' | 'already' | 'failed';
  /** Why the bot did not accept it. */
  readonly reason?: string;
}

/** Installs the app in a team, and tells the bot. `again` tells it even when it has accepted before. */
export async function installInTeam(
  world: World,
  { team, again = false }: { team: DirectoryTeam; again?: boolean },
) {
  const installer = findInstaller(world, team);
  return install(world, {
    subject: teamSubject(team.id),
    name: team.name,
    placeId: team.threadId,
    installer,
    again,
  });
}

/** Installs the app for a person, opens their chat with the bot, and tells the bot. */
export async function installForPerson(
  world: World,
  { persona, again = false }: { persona: Persona; again?: boolean },
) {
  const placeId = openChat(world, persona.id);
  return install(world, {
    subject: personSubject(persona.id),
    name: persona.id,
    placeId,
    installer: persona,
    again,
  });
}

interface InstallOptions {
  readonly subject: string;
  readonly name: string;
  readonly placeId: string;
  readonly installer: Persona;
  readonly again: boolean;
}

async function install(
  world: World,
  { subject, name, placeId, installer, again }: InstallOptions,
): Promise<Installed> {
  if (isAcceptedInstall(world, subject) && !again) return { subject: name, outcome: 'already' };
  const place = findPlace(world, placeId);
  if (place === undefined) return { subject: name, outcome: 'failed', reason: 'There is no such place.' };
  // Written down before the bot is told: it may write there while it is being told.
  recordInstall(world, { subject, accepted: false });
  const refused = await tellBot(world, { place, installer });
  if (refused !== undefined)
    return {
      subject: name,
      outcome: 'failed',
      reason: `The bot answered ${refused.status}: ${describe(refused)}`,
    };
  recordInstall(world, { subject, accepted: true });
  return { subject: name, outcome: 'installed' };
}

/** Tells the bot that it was installed and that it is now a member; answers the delivery it refused, if it did. */
async function tellBot(
  world: World,
  { place, installer }: { place: Place; installer: Persona },
): Promise<Delivery | undefined> {
  const installation = await deliverActivity(
    world,
    buildActivity(world, {
      place,
      persona: installer,
      type: 'installationUpdate',
      fields: { action: 'add' },
    }),
  );
  if (!isAccepted(installation)) return installation;
  const membership = await deliverActivity(
    world,
    buildActivity(world, {
      place,
      persona: installer,
      type: 'conversationUpdate',
      fields: {
        membersAdded: [{ id: botUserId(world), name: BOT_NAME }],
        channelData: place.kind === 'channel' ? { eventType: 'teamMemberAdded' } : {},
      },
    }),
  );
  return isAccepted(membership) ? undefined : membership;
}

/** Whoever manages the plan installs the app; in a team without such a person, its first member. */
export function findInstaller({ directory }: World, team: DirectoryTeam): Persona {
  const members = directory.personas.filter(({ id }) => team.members.includes(id));
  const installer = members.find(({ roles }) => roles.includes('Plan manager')) ?? members[0];
  if (installer === undefined) throw new Error(`The team ${team.name} has no members.`);
  return installer;
}

function describe({ body }: Delivery): string {
  return typeof body === 'string' ? body : (JSON.stringify(body) ?? 'nothing');
}
