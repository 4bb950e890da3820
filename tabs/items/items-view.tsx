import { useMemo } from 'react';
import { filterWords } from '../../plan/filter/filter-words.ts';
import { DEFAULT_SORT, SORT_KEYS, sortItems } from '../../plan/filter/sort.ts';
import type { ViewProps } from '../dashboard/view-props.ts';
import { itemsOf } from '../model/filter.ts';
import { ItemsTable } from '../ui/items-table.tsx';
import { NothingMatches } from '../ui/nothing-matches.tsx';
import { Section } from '../ui/section.tsx';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { ItemsList } from './items-list.tsx';
import { SortChoice } from './sort-choice.tsx';

/** Every item that matches: what any figure opens. */
export default function ItemsView({ overview, filtered, control, onOpen }: ViewProps) {
  const isNarrow = useMedia(NARROW);
  const sort = control.address.sort ?? DEFAULT_SORT;
  const items = useMemo(() => sortItems(itemsOf(filtered), sort), [filtered, sort]);
  const onSort = (chosen: typeof sort) => control.change({ sort: chosen });
  const title = titleOf(filterWords(control.address), items.length, itemsOf(overview).length);
  return (
    <Section title={title} isLong>
      {items.length === 0 ? (
        <NothingMatches control={control} />
      ) : isNarrow ? (
        <>
          <SortChoice sort={sort} onSort={onSort} />
          <ItemsList items={items} onOpen={onOpen} />
        </>
      ) : (
        <ItemsTable
          caption={title}
          columns={SORT_KEYS}
          items={items}
          sort={sort}
          onSort={onSort}
          onOpen={onOpen}
        />
      )}
    </Section>
  );
}

/** `Overdue · Schools · 3 of 41 items`, `All items · 41`. */
function titleOf(words: readonly string[], count: number, total: number): string {
  if (words.length === 0) return `All items · ${total}`;
  return [...words, `${count} of ${total} ${total === 1 ? 'item' : 'items'}`].join(' · ');
}
