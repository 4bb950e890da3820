import { itemAsOf } from '../../as-of.ts';
import { completedIn, newlyRedIn, slippedIn } from '../../changes.ts';
import type { ItemLine, PaperTable } from '../../content.ts';
import { countOf } from '../../headline.ts';
import { isDone } from '../../items.ts';
import type { Item } from '../../plan.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { entriesOf, nameOf, oneLine, saidOf, sourcesOf } from '../lines.ts';

const MOST_REACHED = 6;
const MOST_SLIPPED = 6;
const MOST_RED = 4;
const MOST_REOPENED = 3;

/** What stands otherwise than when the board met last: reached, slipped, newly Red, reopened. */
export const changedSection: SectionRule = (about) => {
  const { reached, slipped, newlyRed, reopened, withdrawn } = changesOf(about);
  const lists = [
    listed('Reached', reached, { most: MOST_REACHED, entry: nameOf }),
    slipped.length === 0
      ? []
      : [
          `Later than when the period began: ${countOf(slipped.length, 'item').toLowerCase()}, with first dates beside the ones now expected.`,
        ],
    listed('Newly Red', newlyRed, { most: MOST_RED, entry: redWords }),
    listed('Reopened', reopened, { most: MOST_REOPENED, entry: nameOf }),
    listed('Withdrawn', withdrawn, { most: MOST_REOPENED, entry: nameOf }),
  ].flat();
  return {
    id: 'changed',
    title: about.previous === null ? 'What changed in this period' : 'What changed since the last report',
    words: lists.length === 0 ? NOTHING : lists.join('\n'),
    tables: slipped.length === 0 ? [] : [slippedTable(slipped)],
    sources: sourcesOf([
      ...reached,
      ...slipped.map(({ line }) => line),
      ...newlyRed,
      ...reopened,
      ...withdrawn,
    ]),
    isInternal: true,
  };
};

const NOTHING = 'Nothing was completed, nothing slipped and nothing turned Red in this period.';

interface NewlyRed extends Pick<ItemLine, 'ref' | 'label' | 'title'> {
  readonly cause: string | null;
  readonly action: string | null;
}

/** What stands otherwise than when the period began. */
export interface ReportChanges {
  readonly reached: readonly ItemLine[];
  readonly slipped: ReturnType<typeof slippedIn>;
  readonly newlyRed: readonly NewlyRed[];
  readonly reopened: readonly Item[];
  readonly withdrawn: readonly Item[];
}

export function changesOf({ plan, items, period }: ReportAbout): ReportChanges {
  const was = (item: Item) => itemAsOf(plan, item, period.from).stage;
  return {
    reached: completedIn(plan, items, period),
    slipped: slippedIn(plan, items, period),
    newlyRed: newlyRedIn(plan, items, period).map(({ line, reason }) => ({
      ref: line.ref,
      label: line.label,
      title: line.title,
      cause: reason,
      action: line.latestNote === reason ? null : line.latestNote,
    })),
    reopened: items.filter((item) => isDone(was(item)) && !isDone(item.stage) && item.stage !== 'Withdrawn'),
    withdrawn: items.filter((item) => item.stage === 'Withdrawn' && was(item) !== 'Withdrawn'),
  };
}

function redWords(item: NewlyRed): string {
  const cause = item.cause === null ? 'No cause given yet.' : saidOf(item.cause);
  const action = item.action === null ? 'No corrective action given yet.' : saidOf(item.action);
  return `${nameOf(item)}: ${cause} Corrective action: ${action}`;
}

function listed<T extends { readonly label: string }>(
  heading: string,
  all: readonly T[],
  { most, entry }: { readonly most: number; readonly entry: (one: T) => string },
): readonly string[] {
  if (all.length === 0) return [];
  return [`${heading}:`, ...entriesOf(all, { most, entry, label: ({ label }) => label })];
}

function slippedTable(slipped: ReportChanges['slipped']): PaperTable {
  const shown = slipped.slice(0, MOST_SLIPPED);
  return {
    caption:
      'Later than when the period began: what was first promised, what was expected then, and what is now',
    columns: ['Item', 'First promised', 'Expected then', 'Expected now', 'Why'],
    rows: shown.map(({ line, fromWords, toWords, reason }) => [
      { text: nameOf(line) },
      { text: line.baseline?.words ?? 'no date' },
      { text: fromWords },
      { text: toWords },
      { text: reason === null ? 'No reason given yet.' : oneLine(reason, 120) },
    ]),
  };
}
