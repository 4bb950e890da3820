import { waitsIn } from './answers/waiting.ts';
import { dueWords, formatShortDay, relativeWords, todayIn } from './calendar/dates.ts';
import type { ItemLine } from './content.ts';
import { CLOSED_STAGES, CONFIDENCE_MEANINGS, type ItemList, RAGS, type Stage } from './glossary.ts';
import type { ConfidenceMeanings, Item, ItemRef, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { Action, Milestone, Recommendation, RowKey, Update } from './rows.ts';
import { disagrees, expectedDue, forecastPrecision, isOverdue, scheduleRag } from './schedule.ts';

const itemsByPlan = new WeakMap<Plan, readonly Item[]>();

/** Every item of a plan: recommendations by number, then actions, then milestones by their ids. */
export function itemsOf(plan: Plan): readonly Item[] {
  const known = itemsByPlan.get(plan);
  if (known) return known;
  const items = [
    ...plan.recommendations
      .toSorted((a, b) => (a.number ?? 1e9) - (b.number ?? 1e9))
      .map((row) => ofRecommendation(plan, row)),
    ...plan.actions.toSorted(byItemId).map((row) => ofAction(row)),
    ...plan.milestones.toSorted(byItemId).map((row) => ofMilestone(plan, row)),
  ];
  itemsByPlan.set(plan, items);
  return items;
}

/** The item a reference points at; `null` when it is not in this plan. */
export function findItem(plan: Plan, ref: ItemRef): Item | null {
  const known = itemsByName.get(plan) ?? new Map(itemsOf(plan).map((item) => [nameOf(item.ref), item]));
  itemsByName.set(plan, known);
  return known.get(nameOf(ref)) ?? null;
}

const itemsByName = new WeakMap<Plan, ReadonlyMap<string, Item>>();

function nameOf({ list, key }: ItemRef): string {
  return `${list}/${key}`;
}

export function isSameItem(one: ItemRef, other: ItemRef): boolean {
  return one.list === other.list && one.key === other.key;
}

/** Complete, embedded and withdrawn items have no schedule colour and are asked about no more. */
export function isClosed(stage: Stage | null): boolean {
  return CLOSED_STAGES.some((closed) => closed === stage);
}

/** Every item a group leads, closed ones too. */
export function groupItems(plan: Plan, groupKey: RowKey): readonly Item[] {
  return itemsByGroup(plan).get(groupKey) ?? [];
}

const itemsByGroupOf = new WeakMap<Plan, ReadonlyMap<RowKey | null, readonly Item[]>>();

function itemsByGroup(plan: Plan): ReadonlyMap<RowKey | null, readonly Item[]> {
  const known = itemsByGroupOf.get(plan);
  if (known) return known;
  const groups = Map.groupBy(itemsOf(plan), ({ group }) => group);
  itemsByGroupOf.set(plan, groups);
  return groups;
}

/** The name of an owner; `null` when nobody, or somebody who is not in the plan, is meant. */
export function ownerName(plan: Plan, owner: RowKey | null): string | null {
  return owner === null ? null : (indexOf(plan).owners.get(owner)?.title ?? null);
}

/** The name of a group; `null` when none, or one that is not in the plan, is meant. */
export function groupName(plan: Plan, group: RowKey | null): string | null {
  return group === null ? null : (indexOf(plan).groups.get(group)?.title ?? null);
}

/** One item as a row of a card or page. */
export function lineOf(plan: Plan, item: Item, now: Temporal.Instant): ItemLine {
  const { confidenceMeanings } = plan.settings;
  const today = todayIn(now, plan.settings.timeZone);
  const due = expectedDue(item);
  return {
    ref: item.ref,
    label: item.label,
    title: item.title,
    ownerName: ownerName(plan, item.owner),
    stage: item.stage ?? 'Not started',
    schedule: scheduleRag(item, plan.settings, today),
    confidence: item.confidence,
    ...(isReworded(confidenceMeanings) ? { confidenceMeanings } : {}),
    disagrees: disagrees(item, plan.settings, today),
    baseline: dueWords(item.baselineDue, item.duePrecision),
    forecast: dueWords(item.forecastDue, forecastPrecision(item)),
    dueIn: due === null || isClosed(item.stage) ? null : relativeWords(due, today),
    overdue: isOverdue(item, today),
    latestNote: item.latestNote,
    latestNoteOn: latestNoteOn(plan, item),
    waitingOnName: groupName(plan, item.waitingOn),
  };
}

function isReworded(meanings: ConfidenceMeanings): boolean {
  return RAGS.some((rag) => meanings[rag] !== CONFIDENCE_MEANINGS[rag]);
}

function ofRecommendation(plan: Plan, row: Recommendation): Item {
  const ref: ItemRef = { list: 'Recommendations', key: row.key };
  // Recommendations have no column for what they wait on: the last update that spoke of it tells.
  const waits = waitsIn(plan, indexOf(plan).updatesOf(ref).at(-1), row.stage, row.leadGroup);
  return {
    ref,
    itemId: row.itemId,
    label: itemLabel(ref.list, row),
    title: row.title,
    theme: row.theme,
    group: row.leadGroup,
    owner: row.owner,
    stage: row.stage,
    confidence: row.confidence,
    baselineDue: row.baselineDue,
    forecastDue: row.forecastDue,
    duePrecision: row.duePrecision,
    completedOn: row.completedOn,
    latestNote: row.latestNote,
    latestUpdate: row.latestUpdate,
    ...waits,
    evidenceUrl: row.evidenceUrl,
    signOffBy: row.signOffBy ?? null,
  };
}

function ofAction(row: Action): Item {
  return {
    ref: { list: 'Actions', key: row.key },
    itemId: row.itemId,
    label: itemLabel('Actions', row),
    title: row.title,
    theme: null,
    group: row.group,
    owner: row.owner,
    stage: row.stage,
    confidence: row.confidence,
    baselineDue: row.baselineDue,
    forecastDue: row.forecastDue,
    duePrecision: row.duePrecision,
    completedOn: row.completedOn,
    latestNote: row.latestNote,
    latestUpdate: row.latestUpdate,
    blocker: row.blocker,
    waitingOn: row.waitingOn,
    evidenceUrl: row.evidenceUrl,
    signOffBy: row.signOffBy ?? null,
  };
}

/** A milestone's list holds dates only; what was said of it stands in its updates. */
function ofMilestone(plan: Plan, row: Milestone): Item {
  const ref: ItemRef = { list: 'Milestones', key: row.key };
  const updates = indexOf(plan).updatesOf(ref);
  const last = updates.at(-1);
  const parent =
    row.recommendation === null ? undefined : indexOf(plan).recommendations.get(row.recommendation);
  const group = row.group ?? parent?.leadGroup ?? null;
  return {
    ref,
    itemId: row.itemId,
    label: itemLabel(ref.list, row),
    title: row.title,
    theme: row.theme ?? parent?.theme ?? null,
    group,
    owner: parent?.owner ?? null,
    stage: row.stage,
    confidence: last?.confidence ?? null,
    baselineDue: row.baselineDue,
    forecastDue: row.forecastDue,
    duePrecision: row.duePrecision,
    completedOn: row.reachedOn,
    latestNote: lastSaid(updates)?.words ?? null,
    latestUpdate: last?.at ?? null,
    ...waitsIn(plan, last, row.stage, group),
    evidenceUrl: row.evidenceUrl,
    signOffBy: row.signOffBy ?? null,
  };
}

/** Finished, whether or not its effect was checked since. */
export function isDone(stage: Stage | null): boolean {
  return stage === 'Complete' || stage === 'Embedded';
}

/** What people call an item. Rows Milepost has made and SharePoint has not yet numbered are called new. */
export function itemLabel(
  list: ItemList,
  { itemId, number = null }: { readonly itemId: number | null; readonly number?: number | null },
): string {
  if (number !== null) return String(number);
  return itemId === null ? `${list[0]} (new)` : `${list[0]}${itemId}`;
}

function byItemId(one: { itemId: number | null }, other: { itemId: number | null }): number {
  return (one.itemId ?? 1e9) - (other.itemId ?? 1e9);
}

/** The day of the latest words, which is not that of a later `No change`. */
function latestNoteOn(plan: Plan, item: Item): string | null {
  if (item.latestNote === null) return null;
  const at = lastSaid(indexOf(plan).updatesOf(item.ref))?.at ?? item.latestUpdate;
  if (at === null) return null;
  return formatShortDay(todayIn(Temporal.Instant.from(at), plan.settings.timeZone));
}

function lastSaid(updates: readonly Update[]): { words: string; at: string | null } | null {
  const update = updates.findLast((one) => one.note !== null || one.reason !== null);
  const words = update?.note ?? update?.reason;
  return update && words ? { words, at: update.at } : null;
}
