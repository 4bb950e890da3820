import type { PaperTable } from '../content.ts';
import { countWithin } from '../headline.ts';
import type { ReportChanges } from './changes-of.ts';
import { firstOf, labelsOf, moreWords, nameOf, oneLine } from './lines.ts';

const MOST = 5;
/** What fits into a cell of the table. */
const REASON_LENGTH = 90;

type Slipped = ReportChanges['slipped'];

/**
 * What slipped: how many items, which of them turned Red by it, and for which the table has no room.
 * @param red labels of what turned Red
 */
export function slippedWords(slipped: Slipped, red: ReadonlySet<string>): string {
  if (slipped.length === 0) return 'Nothing slipped.';
  const { shown, rest } = firstOf(slipped, MOST);
  const more = moreWords(rest.map(({ line }) => line));
  const told = rest.length === 0 ? '' : `; the table shows ${shown.length}, ${more}`;
  const turned = shown.map(({ line }) => line).filter(({ label }) => red.has(label));
  const redWords = turned.length === 0 ? '' : ` Newly Red of these: ${labelsOf(turned)}.`;
  return `Expected later than before: ${countWithin(slipped.length, 'item')}${told}.${redWords}`;
}

/** Items that the table names, by their labels. */
export function labelsInTable(slipped: Slipped): ReadonlySet<string> {
  return new Set(firstOf(slipped, MOST).shown.map(({ line }) => line.label));
}

/**
 * The date first promised and the one now expected, side by side; the one expected before, where that was neither.
 * @param red labels of what turned Red besides
 */
export function slippedTable(slipped: Slipped, red: ReadonlySet<string>): PaperTable {
  const { shown } = firstOf(slipped, MOST);
  const promised = ({ line }: Slipped[number]) => line.baseline?.words ?? 'no date';
  const isMovedAgain = shown.some((one) => one.fromWords !== promised(one));
  return {
    caption: 'Expected later than before: first promised, and now expected',
    columns: [
      'Item',
      'First promised',
      ...(isMovedAgain ? ['Expected before'] : []),
      'Expected now',
      'Why, and what will put it right',
    ],
    rows: shown.map((one) => [
      { text: `${nameOf(one.line)}${red.has(one.line.label) ? ' (newly Red)' : ''}` },
      { text: promised(one) },
      ...(isMovedAgain ? [{ text: one.fromWords }] : []),
      { text: one.toWords },
      { text: one.reason === null ? 'No reason was given.' : oneLine(one.reason, REASON_LENGTH) },
    ]),
  };
}
