import type { AnswerInput, OpenedItem } from '../content.ts';
import type { ItemRef } from '../plan.ts';

/** What a reminder's card asks of an item with a press. */
export const QUICK_ANSWERS = ['on track', 'done', 'new date', 'blocked', 'agree', 'not yet'] as const;
export type QuickAnswer = (typeof QUICK_ANSWERS)[number];

/** Fields of those questions; each is a field of the answer. */
export type QuickField = 'reason' | 'evidenceUrl' | 'note' | 'forecastDue' | 'waitingOn' | 'blocker';
export type QuickValues = Readonly<Partial<Record<QuickField, string>>>;

/** What each of them asks for; nothing where the press says it all. */
export const QUICK_FIELDS: Readonly<Record<QuickAnswer, readonly QuickField[]>> = {
  'on track': ['reason'],
  done: ['evidenceUrl', 'note'],
  'new date': ['forecastDue', 'reason'],
  blocked: ['waitingOn', 'blocker'],
  agree: ['note'],
  'not yet': ['note'],
};

/** The answer that a press and what was typed make, or what is still missing. Whether it may stand, the plan's rules say. */
export type QuickOutcome =
  | {
      readonly input: AnswerInput;
      /** What it changes besides what the press says, told once it is saved. */
      readonly remark?: string;
      readonly missing?: undefined;
    }
  | {
      readonly missing: { readonly field: QuickField; readonly message: string };
      readonly input?: undefined;
      readonly remark?: undefined;
    };

/**
 * Makes an answer of a press. Blank fields say nothing. On track is confidence Green: where it is so already, nothing
 * changed, else what it was is told; the plan's rules ask why it is no longer Amber or Red. What waited on others waits no
 * more; what is overdue needs a new date first.
 */
export function quickAnswer(
  kind: QuickAnswer,
  { ask: { ref }, last, overdue }: Pick<OpenedItem, 'ask' | 'last' | 'overdue'>,
  values: QuickValues,
): QuickOutcome {
  const said = saidIn(values);
  switch (kind) {
    case 'on track':
      if (overdue) return ask('forecastDue', 'It was due before today. Say when you now expect it.');
      return onTrack(ref, last, said);
    case 'done':
    case 'agree':
      return { input: { ref, stage: 'Complete', ...said } };
    case 'new date':
      return said.forecastDue === undefined
        ? ask('forecastDue', 'Choose the day you now expect it.')
        : { input: { ref, ...said } };
    case 'blocked':
      return said.waitingOn === undefined && said.blocker === undefined
        ? ask('waitingOn', 'Choose the group it waits on, or write who or what is in the way.')
        : { input: { ref, stage: 'Waiting on others', ...said } };
    case 'not yet':
      return said.note === undefined
        ? ask('note', 'Say what is still missing.')
        : { input: { ref, stage: 'In progress', ...said } };
  }
}

function onTrack(ref: ItemRef, { stage, confidence }: OpenedItem['last'], said: QuickValues): QuickOutcome {
  const isGreen = confidence === 'Green';
  if (stage !== 'Waiting on others' && isGreen) return { input: { ref, noChange: true } };
  const before =
    confidence === null
      ? 'Nobody had said how sure they are of it: its confidence is Green now.'
      : `Its confidence was ${confidence}, and is Green now.`;
  const remarks = [...(stage === 'Waiting on others' ? [WAITS_NO_MORE] : []), ...(isGreen ? [] : [before])];
  const stated = stage === 'Waiting on others' ? { stage: 'In progress' as const } : {};
  return { input: { ref, ...stated, confidence: 'Green', ...said }, remark: remarks.join(' ') };
}

const WAITS_NO_MORE = 'It was Waiting on others, and is In progress now: nothing is in its way any more.';

function saidIn(values: QuickValues): QuickValues {
  const tidied = Object.entries(values).map(([field, text]) => [field, text.replace(/\r\n?/g, '\n').trim()]);
  return Object.fromEntries(tidied.filter(([, text]) => text !== ''));
}

function ask(field: QuickField, message: string): QuickOutcome {
  return { missing: { field, message } };
}
