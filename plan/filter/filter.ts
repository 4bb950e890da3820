import type { ItemColour, OverviewItem } from '../content.ts';
import { CLOSED_STAGES, ITEM_LISTS, type ItemList, STAGES, type Stage } from '../glossary.ts';
import { SHOWS, type Show } from './shows.ts';

/** What each of them says above its items and on its figure. */
export const SHOW_WORDS: Readonly<Record<Show, string>> = {
  overdue: 'Overdue',
  slipped: 'Later than promised',
  blocked: 'Waiting on others',
  stale: 'No recent word',
  disagrees: 'Stated and computed colours disagree',
  asked: 'Asked of the board',
  'to sign off': 'Done, awaiting sign-off',
  mine: 'Mine',
};

/** What stands for the theme of items without one. */
export const NO_THEME = 'No theme';

/** Which items are shown; `null` = all of them. Theme and group go by name, as addresses and links carry them. */
export interface ItemFilter {
  readonly list: ItemList | null;
  readonly theme: string | null;
  readonly group: string | null;
  readonly colour: ItemColour | null;
  readonly stage: Stage | null;
  readonly show: Show | null;
  /** Words that each stand somewhere in what an item says. */
  readonly text: string | null;
}

export const NO_FILTER: ItemFilter = {
  list: null,
  theme: null,
  group: null,
  colour: null,
  stage: null,
  show: null,
  text: null,
};

const SHOWN: Readonly<Record<Show, (item: OverviewItem) => boolean>> = {
  overdue: (item) => item.overdue,
  slipped: (item) => item.slippedDays > 0,
  blocked: (item) => item.stage === 'Waiting on others',
  stale: (item) => item.stale,
  disagrees: (item) => item.disagrees,
  asked: (item) => item.asked,
  'to sign off': (item) => item.stage === 'Done awaiting sign-off',
  mine: (item) => item.isMine && !CLOSED_STAGES.some((closed) => closed === item.stage),
};

/** Whether an item is among those shown: as many are as the figure says that opens them. */
export function matches(
  item: OverviewItem,
  { list, theme, group, colour, stage, show, text }: ItemFilter,
): boolean {
  return (
    (list === null || item.ref.list === list) &&
    (theme === null || (item.themeTitle ?? NO_THEME) === theme) &&
    (group === null || item.groupName === group) &&
    (colour === null || hasColour(item, colour)) &&
    (stage === null || item.stage === stage) &&
    (show === null || SHOWN[show](item)) &&
    (text === null || says(item, text))
  );
}

/** Whether every word of a search stands in the item's number, title, people, note or what it waits for. */
function says(item: OverviewItem, text: string): boolean {
  const { label, title, ownerName, groupName, themeTitle, latestNote, blocker, waitingOnName } = item;
  const said = [label, title, ownerName, groupName, themeTitle, latestNote, blocker, waitingOnName]
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** What was withdrawn is not counted by colour. */
function hasColour(item: OverviewItem, colour: ItemColour): boolean {
  return item.colour === colour && item.stage !== 'Withdrawn';
}

/** Whether anything is left out; `filter` may say more than a filter does, as an address. */
export function isFiltered(filter: ItemFilter): boolean {
  const parts = Object.keys(NO_FILTER) as (keyof ItemFilter)[];
  return parts.some((part) => filter[part] !== null);
}

export function isShow(text: string): text is Show {
  return SHOWS.some((show) => show === text);
}

export function isStage(text: string): text is Stage {
  return STAGES.some((stage) => stage === text);
}

export function isItemList(text: string): text is ItemList {
  return ITEM_LISTS.some((list) => list === text);
}
