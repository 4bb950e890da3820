import type { AnswerProblem } from '../../../plan/content.ts';
import type { AnswerResult } from '../../../workflow/use-cases.ts';
import { countOf } from '../../cards/wording.ts';

/** `Saved 3 answers.` */
export const savedWords = ({ savedCount }: Pick<AnswerResult, 'savedCount'>): string =>
  `Saved ${countOf(savedCount, 'answer')}.`;

/** What is wrong, one line per problem: `12: Say why it is Amber.` */
export const problemLines = (problems: readonly AnswerProblem[]): string[] =>
  problems.map(({ label, message }) => `${label}: ${message}`);

/** `Saved 2 answers. 1 needs a change:` */
export const problemNotice = (savedCount: number, itemCount: number): string => {
  const needs = `${countOf(itemCount, 'answer needs', 'answers need')} a change. What you typed is kept.`;
  return savedCount > 0 ? `Saved ${countOf(savedCount, 'answer')}. ${needs}` : needs;
};

/** A form came back as it was sent out. */
export const NOTHING_SAID =
  'Nothing was changed, so nothing was saved. Change what is different, or say “No change”.';
