import type { OverviewItem } from '../content.ts';
import { type ItemList, RAGS, STAGES } from '../glossary.ts';
import { dayInWords } from './day-in-words.ts';

/** By what items can be sorted: the columns of their table. */
export const SORT_KEYS = [
  'number',
  'title',
  'theme',
  'group',
  'owner',
  'due',
  'expected',
  'later',
  'schedule',
  'stated',
  'stage',
  'word',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What stands above each column. */
export const SORT_WORDS: Readonly<Record<SortKey, string>> = {
  number: 'No.',
  title: 'Title',
  theme: 'Theme',
  group: 'Group',
  owner: 'Owner',
  due: 'First due',
  expected: 'Now expected',
  later: 'Days later',
  schedule: 'Schedule',
  stated: 'Stated',
  stage: 'Stage',
  word: 'Last word',
};

/** The order of items; an address says `later` or, the other way round, `-later`. */
export interface ItemSort {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

/** Recommendations by number, then milestones, then actions. */
export const DEFAULT_SORT: ItemSort = { key: 'number', isDescending: false };

const LISTS_IN_ORDER: readonly ItemList[] = ['Recommendations', 'Milestones', 'Actions'];

/** By what it is sorted; `null` = it has none, and comes last either way. */
const VALUES: Readonly<Record<SortKey, (item: OverviewItem) => string | number | null>> = {
  number: ({ ref, label }) => `${LISTS_IN_ORDER.indexOf(ref.list)} ${label}`,
  title: ({ title }) => title,
  theme: ({ themeTitle }) => themeTitle,
  group: ({ groupName }) => groupName,
  owner: ({ ownerName }) => ownerName,
  due: ({ promisedOn }) => promisedOn,
  expected: ({ expectedOn }) => expectedOn,
  later: ({ slippedDays }) => slippedDays || null,
  schedule: ({ schedule }) => placeIn(RAGS, schedule),
  stated: ({ confidence }) => placeIn(RAGS, confidence),
  stage: ({ stage }) => placeIn(STAGES, stage),
  word: ({ latestNoteOn }) => (latestNoteOn === null ? null : dayInWords(latestNoteOn)),
};

/** `10` comes after `9`. */
const byWords = new Intl.Collator('en-GB', { numeric: true });

/** The items in an order; those that are equal in it as they are numbered. */
export function sortItems(items: readonly OverviewItem[], sort: ItemSort): OverviewItem[] {
  return items.toSorted((one, other) => compare(one, other, sort) || compare(one, other, DEFAULT_SORT));
}

/** What has no value comes last, whichever way round. */
function compare(one: OverviewItem, other: OverviewItem, { key, isDescending }: ItemSort): number {
  const [left, right] = [VALUES[key](one), VALUES[key](other)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const sign = isDescending ? -1 : 1;
  if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
  return sign * byWords.compare(String(left), String(right));
}

/** `null` for what says no order. */
export function parseSort(text: string): ItemSort | null {
  const isDescending = text.startsWith('-');
  const key = SORT_KEYS.find((known) => known === text.slice(isDescending ? 1 : 0));
  return key === undefined ? null : { key, isDescending };
}

export function formatSort({ key, isDescending }: ItemSort): string {
  return isDescending ? `-${key}` : key;
}

function placeIn<Value>(order: readonly Value[], value: Value | null): number | null {
  return value === null ? null : order.indexOf(value);
}
