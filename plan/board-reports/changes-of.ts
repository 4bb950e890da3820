import { isAfter, itemAsOf } from '../as-of.ts';
import { completedIn, newlyRedIn, reasonSince, slippedIn } from '../changes.ts';
import type { ItemLine } from '../content.ts';
import { isDone } from '../items.ts';
import type { Item } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { ReportAbout } from './about.ts';

/** An item that turned Red. */
export interface TurnedRed {
  readonly line: ItemLine;
  /** Why, and what will put it right, as its owner says; `null` where nobody said in the period. */
  readonly reason: string | null;
  /** What else was said since; `null` where nothing was. */
  readonly note: string | null;
}

/** What stands otherwise than when the period began. */
export interface ReportChanges {
  readonly reached: readonly ItemLine[];
  readonly slipped: ReturnType<typeof slippedIn>;
  readonly newlyRed: readonly TurnedRed[];
  readonly reopened: readonly Item[];
  readonly withdrawn: readonly Item[];
}

export function changesOf(about: ReportAbout): ReportChanges {
  const { plan, items, period } = about;
  const was = (item: Item) => itemAsOf(plan, item, period.from).stage;
  return {
    reached: completedIn(plan, items, period),
    slipped: slippedIn(plan, items, period),
    newlyRed: newlyRedIn(plan, items, period).map(({ line }) => turnedRed(about, line)),
    reopened: items.filter((item) => isDone(was(item)) && !isDone(item.stage) && item.stage !== 'Withdrawn'),
    withdrawn: items.filter((item) => item.stage === 'Withdrawn' && was(item) !== 'Withdrawn'),
  };
}

/** A reason from before the period explains another colour. */
function turnedRed({ plan, items, period }: ReportAbout, line: ItemLine): TurnedRed {
  const item = items.find(({ ref }) => ref.list === line.ref.list && ref.key === line.ref.key);
  const reason = item === undefined ? null : reasonSince(plan, item, period.from);
  const note =
    indexOf(plan)
      .updatesOf(line.ref)
      .findLast((update) => isAfter(update, period.from) && update.note !== null)?.note ?? null;
  return { line, reason, note: note === reason ? null : note };
}
