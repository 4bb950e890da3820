import type { AnswerProblem } from '../../../plan/content.ts';
import type { AnswerResult } from '../../../workflow/use-cases.ts';
import { countOf } from '../../cards/wording.ts';

/** `Saved 3 answers. SharePoint has them in a moment.`; answers to a closed check-in are late updates. */
export const savedWords = ({
  savedCount,
  isLate,
  isHeldUp,
}: Pick<AnswerResult, 'savedCount' | 'isLate' | 'isHeldUp'>): string => {
  const isOne = savedCount === 1;
  const late = isLate ? (isOne ? ' as a late update' : ' as late updates') : '';
  const saved = `Saved ${countOf(savedCount, 'answer')}${late}.`;
  if (savedCount === 0) return saved;
  return isHeldUp
    ? `${saved} SharePoint takes longer than usual; it gets ${isOne ? 'it' : 'them'} as soon as it can.`
    : `${saved} SharePoint has ${isOne ? 'it' : 'them'} in a moment.`;
};

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
