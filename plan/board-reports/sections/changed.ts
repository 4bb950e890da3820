import type { PaperTable } from '../../content.ts';
import { countWithin } from '../../headline.ts';
import type { SectionRule } from '../about.ts';
import { changesOf, type ReportChanges, type TurnedRed } from '../changes-of.ts';
import { firstOf, listed, moreWords, nameOf, oneLine, saidOf, sourcesOf } from '../lines.ts';

const MOST_REACHED = 6;
const MOST_SLIPPED = 6;
const MOST_RED = 4;
const MOST_OTHERS = 3;
/** What fits into a cell of the table. */
const REASON_LENGTH = 120;

/** What stands otherwise than when the board met last: reached, slipped, newly Red, reopened. */
export const changedSection: SectionRule = (about) => {
  const { reached, slipped, newlyRed, reopened, withdrawn } = changesOf(about);
  const slippedLines = slipped.map(({ line }) => line);
  const redLines = newlyRed.map(({ line }) => line);
  const sources = sourcesOf([...reached, ...slippedLines, ...redLines, ...reopened, ...withdrawn]);
  const words = [
    ...(reached.length === 0 ? ['Nothing was reached.'] : []),
    ...listed('Reached', reached, { most: MOST_REACHED, entry: nameOf }),
    ...slippedWords(slipped),
    ...listed(
      'Newly Red, with why and what will put it right',
      newlyRed.map((one) => ({ ...one, label: one.line.label })),
      { most: MOST_RED, entry: redWords },
    ),
    ...listed('Reopened', reopened, { most: MOST_OTHERS, entry: nameOf }),
    ...listed('Withdrawn', withdrawn, { most: MOST_OTHERS, entry: nameOf }),
  ];
  return {
    id: 'changed',
    title: about.previous === null ? 'What changed in this period' : 'What changed since the last report',
    words: sources.length === 0 ? NOTHING : words.join('\n'),
    tables: slipped.length === 0 ? [] : [slippedTable(slipped)],
    sources,
    isInternal: true,
  };
};

const NOTHING = 'Nothing was reached, nothing slipped, nothing turned Red and nothing was opened again.';

function slippedWords(slipped: ReportChanges['slipped']): readonly string[] {
  if (slipped.length === 0) return ['Nothing slipped.'];
  const { shown, rest } = firstOf(slipped, MOST_SLIPPED);
  const more = moreWords(rest.map(({ line }) => line));
  const told = rest.length === 0 ? '' : `; the table shows ${shown.length}, ${more}`;
  return [`Expected later than before: ${countWithin(slipped.length, 'item')}${told}.`];
}

function redWords({ line, reason, note }: TurnedRed): string {
  if (reason === null && note === null && line.overdue)
    return `${nameOf(line)}: overdue since ${sinceWords(line)}. ${NO_ACTION}`;
  const said = reason === null ? NO_ACTION : saidOf(reason);
  return `${nameOf(line)}: ${said}${note === null ? '' : ` Since then: ${saidOf(note)}`}`;
}

const NO_ACTION = 'No corrective action was given yet.';

function sinceWords({ forecast, baseline }: Pick<TurnedRed['line'], 'forecast' | 'baseline'>): string {
  return (forecast ?? baseline)?.words ?? 'a day that is not known';
}

/** Baseline and forecast stand apart. */
function slippedTable(slipped: ReportChanges['slipped']): PaperTable {
  const { shown } = firstOf(slipped, MOST_SLIPPED);
  return {
    caption: 'Expected later than before: what was first promised, and what is expected now',
    columns: ['Item', 'First promised', 'Expected before', 'Expected now', 'Why'],
    rows: shown.map(({ line, fromWords, toWords, reason }) => [
      { text: nameOf(line) },
      { text: line.baseline?.words ?? 'no date' },
      { text: fromWords },
      { text: toWords },
      { text: reason === null ? 'No reason was given.' : oneLine(reason, REASON_LENGTH) },
    ]),
  };
}
