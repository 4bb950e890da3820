import { addDays, todayIn } from '../calendar/dates.ts';
import { isComment } from '../co-production/comment-mark.ts';
import { findItem, isClosed } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf, momentOf } from '../plan-index.ts';
import type { IsoDate, RowKey, Update } from '../rows.ts';
import { LOOK_BACK_DAYS, type Reminded } from './reminded.ts';
import { toldOf } from './told-to.ts';

/** How many comments on one item are told; its history has the others. */
const MOST = 2;
const WORDS_LENGTH = 240;

/**
 * What reference groups said of an item, told to its owner from the day after; where nobody owns it, to the chair of its
 * group. Whoever wrote it down knows it; what came of it, once somebody has said so, is no question any more.
 */
export function commented(plan: Plan, day: IsoDate): Reminded[] {
  const byItem = Map.groupBy(commentsUpTo(plan, day), ({ itemList, itemKey }) => `${itemList}/${itemKey}`);
  return [...byItem.values()].flatMap((comments) => {
    const last = comments.at(-1);
    const item = last === undefined ? null : itemOf(plan, last);
    if (last === undefined || item === null || isClosed(item.stage)) return [];
    if (isSpokenOfAfter(plan, item, last)) return [];
    const fellOn = addDays(dayOf(plan, last) ?? day, 1);
    return hearersOf(plan, item, last).map(
      (to): Reminded => ({ item, why: 'commented', to, fellOn, says: () => wordsOf(comments) }),
    );
  });
}

/** Comments that nobody has answered, of so long, the latest last. */
function commentsUpTo(plan: Plan, day: IsoDate): readonly Update[] {
  const first = addDays(day, -LOOK_BACK_DAYS);
  const answered = new Set(plan.engagements.flatMap(({ key, answer }) => (answer == null ? [] : [key])));
  return plan.updates
    .filter((update) => isComment(update) && !answered.has(update.key))
    .filter((update) => {
      const on = dayOf(plan, update);
      return on !== null && on >= first && on < day;
    })
    .toSorted((one, other) => momentOf(one) - momentOf(other));
}

function dayOf(plan: Plan, { at }: Update): IsoDate | null {
  return at === null ? null : todayIn(Temporal.Instant.from(at), plan.settings.timeZone);
}

function itemOf(plan: Plan, { itemList, itemKey }: Update): Item | null {
  return itemList === null || itemKey === null ? null : findItem(plan, { list: itemList, key: itemKey });
}

/** Whoever speaks of the item after it has read it in its history. */
function isSpokenOfAfter(plan: Plan, { ref }: Item, comment: Update): boolean {
  const last = indexOf(plan).updatesOf(ref).at(-1);
  return last !== undefined && momentOf(last) > momentOf(comment);
}

function hearersOf(plan: Plan, item: Item, { by }: Update): readonly RowKey[] {
  const hearers = item.owner === null ? toldOf(plan, item.group, [by]).map(({ key }) => key) : [item.owner];
  return hearers.filter((key) => key !== by);
}

/** A comment begins with the name of its group: `Parents and carers: …`. */
function wordsOf(comments: readonly Update[]): string {
  const told = comments.slice(-MOST).map(({ note }) => `“${shortened(note ?? '')}”`);
  const more = comments.length - told.length;
  const others = more === 0 ? '' : ` ${more} more in its history.`;
  return `Commented: ${told.join(' ')}${others} Write “log” to say what came of it.`;
}

function shortened(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  return words.length <= WORDS_LENGTH ? words : `${words.slice(0, WORDS_LENGTH - 1).trimEnd()}…`;
}
