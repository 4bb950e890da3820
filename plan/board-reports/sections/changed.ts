import type { SectionRule } from '../about.ts';
import { changesOf, type ReportChanges, type TurnedRed } from '../changes-of.ts';
import { listed, nameOf, saidOf, sourcesOf } from '../lines.ts';
import { labelsInTable, slippedTable, slippedWords } from '../slipped.ts';

const MOST_REACHED = 6;
const MOST_RED = 4;
const MOST_OTHERS = 3;

/** What stands otherwise than when the board met last: reached, slipped, newly Red, reopened. */
export const changedSection: SectionRule = (about) => {
  const { reached, slipped, newlyRed, reopened, withdrawn } = changesOf(about);
  const redLines = newlyRed.map(({ line }) => line);
  const sources = sourcesOf([
    ...reached,
    ...slipped.map(({ line }) => line),
    ...redLines,
    ...reopened,
    ...withdrawn,
  ]);
  const red = new Set(redLines.map(({ label }) => label));
  const words = [
    ...(reached.length === 0 ? ['Nothing was reached.'] : []),
    ...listed('Reached', reached, { most: MOST_REACHED, entry: nameOf }),
    slippedWords(slipped, red),
    ...listed('Newly Red, with why and what will put it right', redOutside(newlyRed, slipped), {
      most: MOST_RED,
      entry: redEntry,
    }),
    ...listed('Reopened', reopened, { most: MOST_OTHERS, entry: nameOf }),
    ...listed('Withdrawn', withdrawn, { most: MOST_OTHERS, entry: nameOf }),
  ];
  return {
    id: 'changed',
    title: about.previous === null ? 'What changed in this period' : 'What changed since the last report',
    words: sources.length === 0 ? NOTHING : words.join('\n'),
    tables: slipped.length === 0 ? [] : [slippedTable(slipped, red)],
    sources,
    isInternal: true,
  };
};

const NOTHING = 'Nothing was reached, nothing slipped, nothing turned Red and nothing was opened again.';

/** What slipped says why in its table. */
function redOutside(newlyRed: readonly TurnedRed[], slipped: ReportChanges['slipped']) {
  const inTable = labelsInTable(slipped);
  return newlyRed
    .filter(({ line }) => !inTable.has(line.label))
    .map((one) => ({ ...one, label: one.line.label }));
}

function redEntry({ line, reason, note }: TurnedRed): string {
  if (reason === null && note === null && line.overdue)
    return `${nameOf(line)}: overdue since ${sinceWords(line)}. ${NO_ACTION}`;
  const said = reason === null ? NO_ACTION : saidOf(reason);
  return `${nameOf(line)}: ${said}${note === null ? '' : ` Since then: ${saidOf(note)}`}`;
}

const NO_ACTION = 'No corrective action was given yet.';

function sinceWords({ forecast, baseline }: Pick<TurnedRed['line'], 'forecast' | 'baseline'>): string {
  return (forecast ?? baseline)?.words ?? 'a day that is not known';
}
