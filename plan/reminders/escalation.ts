import { addDays, daysBetween, formatDay, laterDay } from '../calendar/dates.ts';
import { findItem, isClosed, isSameItem, ownerName } from '../items.ts';
import type { NoticeLedger, Warning } from '../notices/notice-ledger.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';
import { expectedDue } from '../schedule.ts';
import { lastWordOn } from './last-word.ts';
import type { Reminded } from './reminded.ts';
import { isSilentInCheckIns } from './silent-check-ins.ts';
import { toldOf } from './told-to.ts';
import { weeklyDayAfter, weeklyDayUpTo } from './weekly-day.ts';

/**
 * Told weekly to the chair: what has been overdue for too long without a word, or went unanswered in too many check-ins,
 * of which its owner was really told that this would follow, and of which nobody has spoken since.
 */
export function escalated(plan: Plan, day: IsoDate, { warnings }: NoticeLedger): Reminded[] {
  const weekly = weeklyDayUpTo(day, plan.closures);
  if (weekly === null) return [];
  return warnings
    .filter(({ planId, on }) => planId === plan.id && on < weekly)
    .flatMap((warning) => {
      const item = findItem(plan, warning.ref);
      if (item === null || !stands(plan, item, warning, day)) return [];
      const says = () => wordsForChair(plan, item, warning);
      return toldOf(plan, item.group, [item.owner]).map(
        ({ key }): Reminded => ({ item, why: 'escalated', to: key, fellOn: weekly, says }),
      );
    });
}

/** What an owner reads besides of an item that waits for their word, and whether that warns them. */
export function warningOf(
  plan: Plan,
  item: Item,
  day: IsoDate,
  { warnings }: NoticeLedger,
): { readonly words: string; readonly warns: boolean } | null {
  if (!isSilentForTooLong(plan, item, day)) return null;
  const names = toldOf(plan, item.group, [item.owner]).map(({ title }) => title);
  if (names.length === 0) return null;
  const who = names.length === 1 ? names[0] : 'the plan managers';
  const warned = warnings.find(({ planId, ref }) => planId === plan.id && isSameItem(ref, item.ref));
  // A message of that very day is written again as it was.
  if (warned && warned.on < day && stands(plan, item, warned, day))
    return { words: `${who} is told of it too until somebody says something.`, warns: false };
  const next = weeklyDayAfter(day, plan.closures) ?? addDays(day, 7);
  return { words: `Unless you say something by ${formatDay(next)}, ${who} is told.`, warns: true };
}

function isSilentForTooLong(plan: Plan, item: Item, day: IsoDate): boolean {
  const since = silentSince(plan, item, day);
  const isOverdueForLong = since !== null && daysBetween(since, day) >= 7 * plan.settings.escalateAfterWeeks;
  return isOverdueForLong || (isOpen(item) && isSilentInCheckIns(plan, item));
}

/** Whether nobody has spoken of an item since its owner was warned, and there is as much to be silent about as then. */
function stands(plan: Plan, item: Item, { on }: Warning, day: IsoDate): boolean {
  const since = silentSince(plan, item, day);
  if (since !== null && since < on) return true;
  return isOpen(item) && (lastWordOn(plan, item) ?? '') < on && isSilentInCheckIns(plan, item);
}

/** Done, as somebody said, is a word. */
function isOpen({ stage }: Item): boolean {
  return !isClosed(stage) && stage !== 'Done awaiting sign-off';
}

/** The day from which an overdue item has gone without a word; `null` for one that is not overdue. */
function silentSince(plan: Plan, item: Item, day: IsoDate): IsoDate | null {
  const due = expectedDue(item);
  if (due === null || due >= day || !isOpen(item)) return null;
  const said = lastWordOn(plan, item);
  return said === null ? due : laterDay(due, said);
}

function wordsForChair(plan: Plan, item: Item, { on }: Warning): string {
  const name = ownerName(plan, item.owner) ?? 'Its owner';
  const said = lastWordOn(plan, item);
  const since = said === null ? 'nothing was said of it' : `nothing was said of it since ${formatDay(said)}`;
  return `${name} was told on ${formatDay(on)} that you would hear of it; ${since}.`;
}
