import type { OverviewItem } from '../../plan/content.ts';
import type { Address } from '../address/address.ts';
import { keyOf } from '../model/filter.ts';
import { Entry } from './entry.tsx';
import type { PartProps } from './part-props.ts';
import { ShortList } from './short-list.tsx';
import { Title } from './title.tsx';

export interface ItemsPartProps extends PartProps {
  readonly title: string;
  readonly items: readonly OverviewItem[];
  readonly emptyWords: string;
  /** What to say of each item below its title. */
  readonly factsOf: (item: OverviewItem) => readonly (string | null)[];
  /** Where all of them are. */
  readonly all: Partial<Address>;
}

/** Items by their titles, the first few of them. */
export function ItemsPart({ title, items, emptyWords, factsOf, all, control, onOpen }: ItemsPartProps) {
  return (
    <ShortList title={title} entries={items} emptyWords={emptyWords} control={control} all={all}>
      {(item) => (
        <Entry key={keyOf(item)} item={item} facts={factsOf(item)} onOpen={onOpen}>
          <Title>{item.title}</Title>
        </Entry>
      )}
    </ShortList>
  );
}
