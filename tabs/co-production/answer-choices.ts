import type { FormChoice } from '../../plan/content.ts';
import type { EngagementAnswer } from '../../plan/glossary.ts';

/** What may have come of something that people said. */
export const ANSWERS: readonly FormChoice[] = (
  ['We did', 'We are doing it', 'We could not'] satisfies EngagementAnswer[]
).map((value) => ({ value, words: value }));

/** What is asked for beside each answer. */
export const OUTCOME_HINTS: Readonly<Record<string, string>> = {
  '': 'It can be added later.',
  'We did': 'What was done.',
  'We are doing it': 'What is being done.',
  'We could not': 'Why it could not be done. It is read out to those who asked.',
};
