import { readDirectory } from '../../../sandbox/core/directory.ts';
import { type ActivityFields, buildActivity, type PressPlace } from '../activity.ts';
import { draw, drawNumber, drawWeighted, type Random } from '../chance.ts';
import type { CardPool } from './card-pool.ts';
import { makeEvent } from './make-event.ts';
import { makeInvoke } from './make-invoke.ts';
import { makeMessage } from './make-message.ts';
import { makePress } from './make-press.ts';
import { junk, mutate } from './mutate.ts';
import type { Sender } from './senders.ts';

/** One request to the bot's endpoint. */
export interface FuzzRequest {
  readonly kind: FuzzKind;
  readonly sender: Sender;
  readonly place: PressPlace;
  readonly body: string;
}

/** Kinds of requests, and how many of each there are among a hundred. */
const KINDS = {
  'text typed into a card': 30,
  'card value, changed': 30,
  message: 20,
  'invoke of any name': 10,
  event: 4,
  'activity of odd shape': 6,
} as const;
export type FuzzKind = keyof typeof KINDS;
export const FUZZ_KINDS = Object.keys(KINDS) as readonly FuzzKind[];

/** Whoever the card stands before, where it stands: else a refusal would mostly be all there is to see. */
const OWN_RATE = 0.85;
const GROUP_CHAT_RATE = 0.03;

const { teams, tenantId } = readDirectory();
const CHANNELS = teams.flatMap(({ channels }) => channels);
const GROUP_CHAT = {
  conversation: { id: '19:meeting_x@thread.v2', conversationType: 'groupChat', tenantId, isGroup: true },
};

/** Makes the next request: who sends it, where, and what. */
export function makeRequest(
  {
    senders,
    pool,
    serviceUrl,
  }: { readonly senders: readonly Sender[]; readonly pool: CardPool; readonly serviceUrl: string },
  random: Random,
): FuzzRequest {
  const kind = drawWeighted(KINDS, random);
  const { fields, person, place } = makeFields(kind, pool, random);
  const known = senders.find((sender) => sender.person === person);
  const sender = known !== undefined && random() < OWN_RATE ? known : draw(senders, random);
  const where = place !== null && random() < OWN_RATE ? place : drawPlace(random);
  const activity = {
    ...buildActivity(fields, { person: sender.person, place: where, serviceUrl }),
    ...sender.fields,
    ...(random() < GROUP_CHAT_RATE ? GROUP_CHAT : {}),
  };
  const body = kind === 'activity of odd shape' ? oddBody(activity, random) : JSON.stringify(activity);
  return { kind, sender, place: where, body };
}

/** What is sent, and whose card it comes from and where that stands. */
function makeFields(kind: FuzzKind, pool: CardPool, random: Random) {
  const from = (fields: ActivityFields) => ({ fields, person: null, place: null });
  switch (kind) {
    case 'text typed into a card':
    case 'card value, changed': {
      const button = pool.draw(random);
      const isChanged = kind === 'card value, changed';
      return { fields: makePress(button, { isChanged, random }), person: button.person, place: button.place };
    }
    case 'message':
      return from(makeMessage(random));
    case 'event':
      return from(makeEvent(random));
    default:
      return from(makeInvoke(pool, random));
  }
}

function drawPlace(random: Random): PressPlace {
  return random() < 0.5 ? 'chat' : { channelId: draw(CHANNELS, random).id };
}

/** What is hardly an activity, or no JSON at all. */
function oddBody(activity: unknown, random: Random): string {
  const kind = random();
  if (kind < 0.8) return JSON.stringify(mutate(activity, random));
  if (kind < 0.9) return JSON.stringify(junk(random));
  const text = JSON.stringify(activity);
  const bodies = [
    text.slice(0, drawNumber(text.length, random)),
    '',
    '\ufeff{}',
    '['.repeat(5_000),
    '{"type":"message","type":"invoke"}',
    `"${'x'.repeat(300_000)}"`,
  ];
  return draw(bodies, random);
}
