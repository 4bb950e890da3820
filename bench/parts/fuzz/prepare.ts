import { readFileSync } from 'node:fs';
import {
  ANSWER_VERBS,
  EXPORT_VERB,
  IMPORT_VERBS,
  LISTS_VERBS,
  MEETING_VERBS,
} from '../../../bot/cards/submission.ts';
import type { Conversation, Message } from '../../../sandbox/controls/conversation-shapes.ts';
import { readDirectory } from '../../../sandbox/core/directory.ts';
import type { Random } from '../chance.ts';
import { buttonData } from '../desk.ts';
import type { Installation } from '../installation.ts';
import { fetchJson } from '../json.ts';
import type { Site } from '../site.ts';
import type { CardPool } from './card-pool.ts';
import type { Sender } from './senders.ts';
import { hostileTitle } from './texts.ts';

const VERBS = [...ANSWER_VERBS, ...MEETING_VERBS, ...LISTS_VERBS, ...IMPORT_VERBS, EXPORT_VERB];
const MANAGER = 'plan-manager';
/** Lists whose titles stand on cards. */
const TITLED = ['Recommendations', 'Actions', 'Milestones', 'Owners', 'Groups', 'Themes'] as const;
/** Part of their rows that gets a hostile title. */
const HOSTILE_RATE = 0.4;

/** Somebody types markup into the titles and names of the lists, and Milepost reads it. */
export async function spoilTitles(
  { moveClock }: Pick<Installation, 'moveClock'>,
  site: Site,
  random: Random,
): Promise<void> {
  for (const list of TITLED) {
    for (const { id } of await site.readRows(list)) {
      if (random() < HOSTILE_RATE) await site.editRow(list, Number(id), { Title: hostileTitle(random) });
    }
  }
  await moveClock('PT0S');
}

/** Fills the pool with cards that stand in Teams; with a made-up button for each verb that none of them has. */
export async function fillPool(
  { sandboxUrl }: Pick<Installation, 'sandboxUrl'>,
  {
    pool,
    senders,
    planId,
  }: { readonly pool: CardPool; readonly senders: readonly Sender[]; readonly planId: string },
): Promise<void> {
  await sendPlan(sandboxUrl);
  const people = senders.filter(({ kind }) => kind === 'member').map(({ person }) => person);
  const [somebody] = people;
  if (somebody === undefined) throw new Error('Nobody is in the plan.');
  const { personas } = readDirectory();
  for (const { conversation, messages } of await readConversations(sandboxUrl)) {
    const place = conversation.kind === 'channel' ? { channelId: conversation.id } : 'chat';
    const ids = new Set(
      personas
        .filter(({ id }) => conversation.personaIds.includes(id))
        .map(({ entraObjectId }) => entraObjectId),
    );
    for (const person of people.filter(({ entraObjectId }) => ids.has(entraObjectId)))
      pool.take(
        messages.flatMap(({ cards }) => cards.map((content) => ({ contentType: CARD, content }))),
        person,
        place,
      );
  }
  const known = pool.verbs();
  for (const verb of VERBS.filter((one) => !known.includes(one))) {
    const data = buttonData(verb, {
      planId,
      meetingKey: 'SEND@2022-01-10',
      importKey: 'none',
      fileName: 'a',
      format: 'csv',
    });
    const content = { type: 'AdaptiveCard', actions: [{ type: 'Action.Submit', data }] };
    pool.take({ contentType: CARD, content }, somebody, 'chat');
  }
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** Everything that stands in the sandbox's Teams. */
export async function readConversations(
  sandboxUrl: string,
): Promise<readonly { readonly conversation: Conversation; readonly messages: readonly Message[] }[]> {
  const url = `${sandboxUrl}/sandbox/conversations`;
  const conversations = await fetchJson<Conversation[]>(url);
  return Promise.all(
    conversations.map(async (conversation) => ({
      conversation,
      messages: await fetchJson<Message[]>(`${url}/${encodeURIComponent(conversation.id)}/messages`),
    })),
  );
}

/** A plan manager sends the sample plan once more, so that there is a preview to press buttons of. */
async function sendPlan(sandboxUrl: string): Promise<void> {
  const url = `${sandboxUrl}/sandbox/conversations`;
  const { id } = await fetchJson<Conversation>(url, { body: { persona: MANAGER } });
  const contentBase64 = readFileSync('sandbox/seed/plan.txt').toString('base64');
  await fetchJson(`${url}/${encodeURIComponent(id)}/messages`, {
    body: { persona: MANAGER, files: [{ name: 'plan.txt', contentBase64 }] },
  });
  await fetchJson(`${url}/${encodeURIComponent(id)}/messages`, {
    body: { persona: MANAGER, text: 'sharepoint' },
  });
}
