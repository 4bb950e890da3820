import { isComment } from './co-production/comment-mark.ts';
import type { ItemList } from './glossary.ts';
import type { ItemRef, Plan } from './plan.ts';
import type { Action, Group, Meeting, Owner, Recommendation, RowKey, Theme, Update } from './rows.ts';

/** Rows of a plan by key, and its history by item. */
export interface PlanIndex {
  readonly owners: ReadonlyMap<RowKey, Owner>;
  readonly groups: ReadonlyMap<RowKey, Group>;
  readonly themes: ReadonlyMap<RowKey, Theme>;
  readonly meetings: ReadonlyMap<RowKey, Meeting>;
  readonly recommendations: ReadonlyMap<RowKey, Recommendation>;
  readonly actions: ReadonlyMap<RowKey, Action>;
  /** In the order of the list. */
  readonly meetingsOf: (group: RowKey | null) => readonly Meeting[];
  /** What was said of how an item stands. */
  readonly updatesOf: (ref: ItemRef) => readonly Update[];
  /** What reference groups said of it. */
  readonly commentsOf: (ref: ItemRef) => readonly Update[];
  /** The same by key, which is that of its entry in the log too. */
  readonly comments: ReadonlyMap<RowKey, Update>;
}

/** A plan is never changed in place, so what is worked out from it holds as long as it does. */
const indexes = new WeakMap<Plan, PlanIndex>();

/** Looks up rows by key without searching the lists each time. Updates come oldest first. */
export function indexOf(plan: Plan): PlanIndex {
  const known = indexes.get(plan);
  if (known) return known;
  const made = makeIndex(plan);
  indexes.set(plan, made);
  return made;
}

function makeIndex(plan: Plan): PlanIndex {
  const comments = plan.updates.filter(isComment);
  const meetings = Map.groupBy(plan.meetings, ({ group }) => group);
  return {
    owners: byKey(plan.owners),
    groups: byKey(plan.groups),
    themes: byKey(plan.themes),
    meetings: byKey(plan.meetings),
    recommendations: byKey(plan.recommendations),
    actions: byKey(plan.actions),
    meetingsOf: (group) => meetings.get(group) ?? [],
    updatesOf: byItem(plan.updates.filter((update) => !isComment(update))),
    commentsOf: byItem(comments),
    comments: byKey(comments),
  };
}

function byItem(all: readonly Update[]): (ref: ItemRef) => readonly Update[] {
  const updates = new Map<ItemList, Map<RowKey, Update[]>>();
  for (const update of all) {
    if (update.itemList === null || update.itemKey === null) continue;
    const ofList = updates.get(update.itemList) ?? new Map<RowKey, Update[]>();
    updates.set(update.itemList, ofList);
    const known = ofList.get(update.itemKey);
    if (known) known.push(update);
    else ofList.set(update.itemKey, [update]);
  }
  for (const ofList of updates.values()) for (const ofItem of ofList.values()) ofItem.sort(byMoment);
  return ({ list, key }) => updates.get(list)?.get(key) ?? [];
}

function byKey<T extends { readonly key: RowKey }>(rows: readonly T[]): Map<RowKey, T> {
  return new Map(rows.map((row) => [row.key, row]));
}

/** Compared as moments: the text may or may not carry fractions of a second. */
export function byMoment(one: Update, other: Update): number {
  return momentOf(one) - momentOf(other) || 0;
}

/**
 * When an update was made, in milliseconds since 1970; not a number where nobody knows. Read each time: to keep it of each of
 * a hundred thousand updates costs the collector of garbage more than the reading.
 */
export function momentOf(update: Pick<Update, 'at'>): number {
  return Date.parse(update.at ?? '');
}
