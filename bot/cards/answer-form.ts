import { createHash } from 'node:crypto';
import { LINK_LIMIT, TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import type { AnswerInput, ItemQuestion } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { lineOf, paragraphsOf } from './plain-text.ts';
import type { AskedItem } from './submission.ts';

/** Fields of an answer that have an input, in the order of the form. */
export const ANSWER_FIELDS = [
  'stage',
  'confidence',
  'forecastDue',
  'note',
  'reason',
  'waitingOn',
  'blocker',
  'evidenceUrl',
] as const satisfies readonly (keyof AnswerInput)[];
export type AnswerField = (typeof ANSWER_FIELDS)[number];

/** What stands in the inputs of one item. */
export type FieldValues = Readonly<Record<AnswerField, string>>;

/** The id of an input: the field and the place of its item in the form, `note_0`. */
export const inputId = (field: AnswerField | 'noChange' | 'checked', index: number): string =>
  `${field}_${index}`;

/** What a choice of groups holds where none is meant: some hosts take an empty value for no choice at all. */
export const NO_GROUP = 'none';

/** A field's text as an answer has it. */
export const saidOf = (field: AnswerField, text: string): string =>
  field === 'waitingOn' && text === NO_GROUP ? '' : text;

/** What a form shows of an item before anybody types: its last answer. A reason is always given anew. */
export const lastValues = ({ last }: ItemQuestion): FieldValues => ({
  stage: last.stage,
  confidence: last.confidence ?? '',
  forecastDue: last.forecastDue ?? '',
  note: paragraphsOf(last.note ?? '', TEXT_LIMIT),
  reason: '',
  waitingOn: last.waitingOn ?? NO_GROUP,
  blocker: paragraphsOf(last.blocker ?? '', TEXT_LIMIT),
  evidenceUrl: paragraphsOf(last.evidenceUrl ?? '', LINK_LIMIT),
});

/** A short mark of a value: a form carries marks of what it showed, to tell later what the person changed. */
export const markOf = (value: string): string => {
  const text = value.replace(/\r\n?/g, '\n').trim();
  return text === '' ? '' : createHash('sha256').update(text).digest('base64url').slice(0, 10);
};

/** Marks of what stands in the inputs of one item. */
export type FieldMarks = Readonly<Record<string, string>>;

/** Marks of every field. */
export const marksOf = (values: FieldValues): FieldMarks =>
  Object.fromEntries(ANSWER_FIELDS.map((field) => [field, markOf(values[field])]));

/** What the form's data says of one item: which it is, and what counts as unchanged. */
export const askedItem = (question: ItemQuestion, unchanged: FieldMarks): AskedItem => ({
  ref: question.ref,
  label: lineOf(question.label, 20),
  shown: { ...unchanged },
});

/** An item as the value of a choice. */
export const refKey = (ref: ItemRef): string => `${ref.list}/${ref.key}`;
