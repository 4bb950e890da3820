import type { ImportCounts } from '../../plan/content.ts';
import { lineOf, TITLE_LENGTH } from './plain-text.ts';
import type { EntryWords } from './report-section.ts';
import { joinDots } from './wording.ts';

/** How the three counts are said: before an import and after it. */
interface CountWords {
  readonly created: string;
  readonly updated: string;
  readonly unchanged: string;
  /** Between an old name and a new one. */
  readonly renamed: string;
}

export const COUNTS_BEFORE: CountWords = {
  created: 'new',
  updated: 'to change',
  unchanged: 'as they are',
  renamed: 'becomes',
};
export const COUNTS_AFTER: CountWords = {
  created: 'made',
  updated: 'changed',
  unchanged: 'as they were',
  renamed: 'is now',
};

/** Renamed rows that one list names. */
const LONGEST_LIST = 5;

/** What an import does to each list: `Recommendations: 31 new · 2 to change`, and under it what gets another name. */
export const countEntries = (lists: readonly ImportCounts[], words: CountWords): readonly EntryWords[] =>
  lists.map((list) => ({
    label: `${list.list}: `,
    text: countsOf(list, words),
    detail: renamedOf(list, words),
  }));

const countsOf = ({ created, updated, unchanged }: ImportCounts, words: CountWords): string =>
  joinDots([
    created > 0 && `${created} ${words.created}`,
    updated > 0 && `${updated} ${words.updated}`,
    unchanged > 0 && `${unchanged} ${words.unchanged}`,
  ]) || 'none';

const renamedOf = ({ renamed }: ImportCounts, words: CountWords): string => {
  const names = renamed
    .map(({ from, to }) => ({ from: lineOf(from, TITLE_LENGTH), to: lineOf(to, TITLE_LENGTH) }))
    // Names that differ only in what a card does not show would puzzle.
    .filter(({ from, to }) => from !== to);
  const shown = names.slice(0, LONGEST_LIST).map(({ from, to }) => `“${from}” ${words.renamed} “${to}”`);
  const more = names.length - shown.length;
  return joinDots([...shown, more > 0 && `${more} more get another name`]);
};
