import type { PlanOverview } from '../content.ts';
import type { ItemFilter } from '../filter/filter.ts';
import { filterOverview, itemsOf } from '../filter/filter-overview.ts';
import { filterWords } from '../filter/filter-words.ts';
import { DEFAULT_SORT, type ItemSort, sortItems } from '../filter/sort.ts';
import { isByGroup, timelineParts } from '../filter/timeline.ts';
import { type ExportView, VIEW_WORDS } from '../filter/views.ts';
import type { ExportSheet } from './sheets.ts';
import { changesSheets } from './view-changes.ts';
import { groupsSheets } from './view-groups.ts';
import { datesSheet, itemsSheet } from './view-items.ts';

/** What a page shows. */
export interface ShownView {
  readonly view: ExportView;
  readonly filter: ItemFilter;
  /** `null`: as items are numbered. */
  readonly sort: ItemSort | null;
}

/** A name longer than this is cut by some of the places files are kept in. */
const LONGEST_NAME = 120;

/** The tables of a page, with what its address filters by and in its order. */
export function viewSheets(overview: PlanOverview, { view, filter, sort }: ShownView): ExportSheet[] {
  const shown = filterOverview(overview, filter);
  switch (view) {
    case 'plan':
      return [datesSheet(VIEW_WORDS.plan, 'Theme', shown.themes)];
    case 'timeline': {
      const head = isByGroup(sort) ? 'Group' : 'Theme';
      return [datesSheet(VIEW_WORDS.timeline, head, timelineParts(shown, filter, sort))];
    }
    case 'groups':
      return groupsSheets(shown.groups);
    case 'items':
      return [itemsSheet(sortItems(itemsOf(shown), sort ?? DEFAULT_SORT))];
    case 'changes':
      return changesSheets(shown);
  }
}

/** Plan, view, what it is filtered by and the day: `alp, All items, Overdue, Schools, 2022-03-21`. */
export function viewFileName({ planId, today }: PlanOverview, { view, filter }: ShownView): string {
  const words = [planId, VIEW_WORDS[view], ...filterWords(filter)]
    .map(fitForName)
    .filter((word) => word !== '');
  return `${words.join(', ').slice(0, LONGEST_NAME).trim()}, ${today}`;
}

/** What some file systems do not take is left out. */
function fitForName(words: string): string {
  return words.replace(/[\p{Cc}\s\\/:*?"<>|“”]+/gu, ' ').trim();
}
