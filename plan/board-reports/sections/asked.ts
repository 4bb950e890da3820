import { NO_REASON, needsBoard, saidNeed } from '../../asked-of-board.ts';
import type { Item } from '../../plan.ts';
import { colourOf } from '../../schedule.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { entriesOf, nameOf, saidOf, sourcesOf } from '../lines.ts';
import { standingWords } from '../standing-words.ts';

const MOST = 5;

/** What waits on a decision or on others, what waits on this board first; then what is Red. One ask a line. */
export const askedSection: SectionRule = (about) => {
  const asked = askedOf(about);
  return {
    id: 'asked',
    title: 'What is asked of the board',
    words:
      asked.length === 0
        ? 'Nothing is asked of the board: no item waits on others, and none is Red.'
        : entriesOf(asked, { most: MOST, entry: (item) => askWords(about, item) }).join('\n'),
    tables: [],
    sources: sourcesOf(asked),
    isInternal: true,
  };
};

/** Items that need the board, the most pressing first. */
export function askedOf({ plan, board, items, today }: ReportAbout): readonly Item[] {
  const rankOf = (item: Item) => {
    if (item.waitingOn === board.key) return 0;
    if (item.stage === 'Waiting on others') return 1;
    return colourOf(item, plan.settings, today) === 'Red' ? 2 : 3;
  };
  return items
    .filter((item) => needsBoard(plan, item, today))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

function askWords(about: ReportAbout, item: Item): string {
  const ask = saidOf(saidNeed(about.plan, item) ?? NO_REASON);
  const lead = item.stage === 'Waiting on others' ? 'Waits on others. ' : '';
  return `${nameOf(item)} (${standingWords(about, item)}): ${ask.startsWith('Waiting on') ? '' : lead}${ask}`;
}
