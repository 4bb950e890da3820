import { randomUUID } from 'node:crypto';
import { readDirectory } from '../../sandbox/core/directory.ts';
import type { BenchPerson } from './people.ts';

/** Where a press happens: in a group's channel, or in the person's chat with the bot. */
export type PressPlace = { readonly channelId: string } | 'chat';

/** An invoke as Teams posts it to a bot. */
export interface Invoke {
  readonly name: 'adaptiveCard/action' | 'task/fetch' | 'task/submit';
  readonly value: unknown;
}

const directory = readDirectory();

/** Where an activity comes from, and where it is to be answered. */
export interface Envelope {
  readonly person: BenchPerson;
  readonly place: PressPlace;
  readonly serviceUrl: string;
}

/** A press of a person's, with everything of the envelope that Teams sends. */
export function buildInvoke({ name, value }: Invoke, envelope: Envelope): object {
  return buildActivity({ type: 'invoke', name, value }, envelope);
}

/** What an activity has beyond its envelope. */
export type ActivityFields = Readonly<Record<string, unknown>> & { readonly type: string };

/** An activity as Teams posts it to a bot. */
export function buildActivity(
  fields: ActivityFields,
  { person, place, serviceUrl }: Envelope,
): Readonly<Record<string, unknown>> {
  const { botAppId, site } = directory;
  return {
    id: `f:${randomUUID()}`,
    timestamp: new Date().toISOString(),
    localTimezone: site.timeZone,
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl,
    from: { id: person.teamsUserId, name: person.name, aadObjectId: person.entraObjectId },
    recipient: { id: `28:${botAppId}`, name: 'Milepost' },
    entities: [
      { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: site.timeZone },
    ],
    ...placeOf(place, person),
    ...fields,
  };
}

function placeOf(place: PressPlace, { chatId }: BenchPerson): object {
  const { tenantId } = directory;
  const source = { source: { name: 'message' }, tenant: { id: tenantId } };
  if (place === 'chat')
    return {
      conversation: {
        id: chatId,
        conversationType: 'personal',
        tenantId,
        isGroup: false,
      },
      channelData: source,
    };
  const { channelId } = place;
  const team = directory.teams.find(({ channels }) => channels.some(({ id }) => id === channelId));
  if (team === undefined) throw new Error(`No team has a channel ${channelId}.`);
  return {
    conversation: { id: channelId, conversationType: 'channel', tenantId, isGroup: true },
    channelData: {
      ...source,
      teamsChannelId: channelId,
      teamsTeamId: team.threadId,
      channel: { id: channelId },
      team: { id: team.threadId, name: team.name, aadGroupId: team.id },
    },
  };
}
