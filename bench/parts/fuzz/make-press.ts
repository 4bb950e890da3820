import { randomUUID } from 'node:crypto';
import { RAGS, STAGES } from '../../../plan/glossary.ts';
import type { ActivityFields } from '../activity.ts';
import { draw, type Random } from '../chance.ts';
import type { KnownButton } from './card-pool.ts';
import { mutate } from './mutate.ts';
import { hostileText } from './texts.ts';

/** These end what everything else needs; they come through unchanged this rarely. */
const ENDING: readonly string[] = ['cancel-meeting', 'close-check-in', 'move-meeting'];
const ENDING_RATE = 0.02;
/** Mostly a press comes as its button sends it; else as another kind of button would. */
const RIGHT_WAY_RATE = 0.8;

/** A press on a button with hostile text typed into its card's inputs; else as the card holds them. */
export function makePress(
  { data, inputIds }: KnownButton,
  { isChanged, random }: { readonly isChanged: boolean; readonly random: Random },
): ActivityFields {
  const verb = String(data.milepost.verb);
  const isNew = random() < 0.8;
  const fresh = isNew ? { ...data, milepost: { ...data.milepost, submissionKey: randomUUID() } } : data;
  const filled = isChanged && random() < 0.5 ? fresh : { ...fresh, ...typedInto(inputIds, random) };
  const isSpared = ENDING.includes(verb) && random() >= ENDING_RATE;
  return pressOf(verb, isChanged || isSpared ? mutate(filled, random) : filled, random);
}

/** What takes any words. For a half nothing else is touched, so that much of what is said is taken. */
const WORDS = /^(note|reason|blocker|title|details|decision)/;

function typedInto(inputIds: readonly string[], random: Random): Readonly<Record<string, string>> {
  const isWordsOnly = random() < 0.5;
  const touched = inputIds.filter((id) => (isWordsOnly ? WORDS.test(id) : random() < 0.6));
  return Object.fromEntries(touched.map((id) => [id, typed(id, random)]));
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  stage: STAGES,
  confidence: RAGS,
  forecastDue: ['2022-02-01', '2022-12-31', '2031-01-01', '1999-12-31'],
  due: ['2022-02-01', '2022-12-31'],
  noChange: ['true', 'false'],
  checked: ['true', 'false'],
};

/** What somebody may type or choose; at times, what no form would let them. */
function typed(id: string, random: Random): string {
  const allowed = CHOICES[id.replace(/_\d+$/, '')];
  return allowed !== undefined && random() < 0.9 ? draw(allowed, random) : hostileText(random);
}

function pressOf(verb: string, data: unknown, random: Random): ActivityFields {
  const context = { theme: 'default' };
  const ways = {
    execute: {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    },
    open: { type: 'invoke', name: 'task/fetch', value: { data, context } },
    submit: { type: 'invoke', name: 'task/submit', value: { data, context } },
    message: { type: 'message', value: data, replyToId: '1641805200000' },
  } as const;
  const way =
    random() < RIGHT_WAY_RATE
      ? rightWay(verb)
      : draw(['execute', 'open', 'submit', 'message'] as const, random);
  return ways[way];
}

function rightWay(verb: string): 'execute' | 'open' | 'submit' {
  if (/^(answer-mine|add-action|record-decision|attendance|manage-meeting)$/.test(verb)) return 'open';
  return /^(save-|close-|move-|cancel-meeting)/.test(verb) ? 'submit' : 'execute';
}
