import type { AnswerInput, AnswerProblem } from '../../../plan/content.ts';
import { RAGS, STAGES } from '../../../plan/glossary.ts';
import { ANSWER_FIELDS, type AnswerField, inputId, markOf, saidOf } from '../../cards/answer-form.ts';
import type { AnswerData, AskedItem, Submission } from '../../cards/submission.ts';

/** What a form brought back for one item. */
export interface ReadItem {
  readonly asked: AskedItem;
  /** What stood in the inputs; fields whose input did not come back are absent. */
  readonly typed: Readonly<Partial<Record<AnswerField, string>>>;
  readonly noChange: boolean;
  /** The person looked again at what was held back. */
  readonly checked: boolean;
  /** What the person said; `null` = nothing of this item. */
  readonly answer: AnswerInput | null;
  /** Fields that can't be read. Then `answer` must not be used. */
  readonly problems: readonly AnswerProblem[];
}

/** Reads a submitted form, item by item. Only what the person changed becomes part of an answer. */
export const readAnswers = ({ data, inputs }: Submission<AnswerData>): ReadItem[] =>
  (data.asked ?? []).map((asked, index) => {
    const typed: Partial<Record<AnswerField, string>> = {};
    const said: Partial<Record<AnswerField, string>> = {};
    const problems: AnswerProblem[] = [];
    for (const field of ANSWER_FIELDS) {
      const value = inputs[inputId(field, index)];
      if (value === undefined) continue;
      typed[field] = value;
      if (markOf(value) === (asked.shown[field] ?? '')) continue;
      const text = value.replace(/\r\n?/g, '\n').trim();
      const message = problemWith(field, text);
      if (message) problems.push({ ref: asked.ref, label: asked.label, field, message });
      else said[field] = saidOf(field, text);
    }
    const noChange = inputs[inputId('noChange', index)] === 'true';
    const checked = inputs[inputId('checked', index)] === 'true';
    const answer = answerOf(asked, said, { noChange, checked });
    return { asked, typed, noChange, checked, answer, problems };
  });

/** Something changed counts for more than the tick that nothing did. */
const answerOf = (
  { ref }: AskedItem,
  said: Readonly<Partial<Record<AnswerField, string>>>,
  { noChange, checked }: { readonly noChange: boolean; readonly checked: boolean },
): AnswerInput | null => {
  const { stage, confidence, ...texts } = said;
  if (Object.keys(said).length === 0) return noChange ? { ref, noChange: true } : null;
  return {
    ref,
    ...texts,
    ...(stage === undefined ? {} : { stage: STAGES.find((known) => known === stage) }),
    ...(confidence === undefined ? {} : { confidence: RAGS.find((known) => known === confidence) }),
    ...(checked ? { checked } : {}),
  };
};

/** Why a value can't be read, in words; `null` = it can. Whether it may stand in the plan, the plan says. */
const problemWith = (field: AnswerField, text: string): string | null => {
  switch (field) {
    case 'stage':
      return STAGES.some((stage) => stage === text) ? null : 'Choose a stage from the list.';
    case 'confidence':
      return RAGS.some((rag) => rag === text) ? null : 'Choose Green, Amber or Red.';
    case 'forecastDue':
      return isDate(text) ? null : 'Give the day you now expect it, like 2022-03-31.';
    default:
      return null;
  }
};

const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
};
