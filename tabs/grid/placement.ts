import type { OverviewItem } from '../../plan/content.ts';
import { COMPLETE_KEY, UNDATED_KEY } from './columns.ts';

/** Something in a cell: an item, or the ghost it left where it was first due. */
export interface Placed {
  readonly item: OverviewItem;
  readonly isGhost: boolean;
  /** Which way the item moved from where it was first due. */
  readonly arrow: '→' | '←' | null;
}

/** The contents of a theme's row by column key; ghosts after items. */
export function placeItems(items: readonly OverviewItem[]): ReadonlyMap<string, readonly Placed[]> {
  const placed = items.map((item) => ({ item, column: columnOf(item) }));
  const standing = placed.map(({ item, column }) => ({
    column,
    placed: { item, isGhost: false, arrow: arrowOf(item) },
  }));
  const ghosts = placed.flatMap(({ item, column }) =>
    item.baselineMonth && item.baselineMonth !== column
      ? [{ column: item.baselineMonth, placed: { item, isGhost: true, arrow: null } }]
      : [],
  );
  const cells = Map.groupBy([...standing, ...ghosts], ({ column }) => column);
  return new Map([...cells].map(([column, entries]) => [column, entries.map((entry) => entry.placed)]));
}

function columnOf(item: OverviewItem): string {
  if (item.colour === 'complete') return COMPLETE_KEY;
  return item.forecastMonth ?? item.baselineMonth ?? UNDATED_KEY;
}

function arrowOf(item: OverviewItem): Placed['arrow'] {
  const { baselineMonth, forecastMonth } = item;
  if (item.colour === 'complete' || !baselineMonth || !forecastMonth || baselineMonth === forecastMonth)
    return null;
  return forecastMonth > baselineMonth ? '→' : '←';
}
