import type { PlanOverview } from '../../plan/content.ts';
import { keyOf } from '../model/filter.ts';
import { Entry } from './entry.tsx';
import type { PartProps } from './part-props.ts';
import { ShortList } from './short-list.tsx';
import { Title } from './title.tsx';

export interface SlippingProps extends PartProps {
  readonly slipping: PlanOverview['slipping'];
}

/** What is expected latest after the date first promised, and why. */
export function Slipping({ slipping, control, onOpen }: SlippingProps) {
  return (
    <ShortList
      title="Slipping most"
      entries={slipping}
      emptyWords="Nothing is later than promised."
      control={control}
      all={{ view: 'items', show: 'slipped' }}
    >
      {({ item, fromWords, toWords, reason }) => (
        <Entry
          key={keyOf(item)}
          item={item}
          facts={[
            `${fromWords} → ${toWords}`,
            `${item.slippedDays} ${item.slippedDays === 1 ? 'day' : 'days'} later`,
            reason === null ? 'No reason given' : `“${reason}”`,
          ]}
          onOpen={onOpen}
        >
          <Title>{item.title}</Title>
        </Entry>
      )}
    </ShortList>
  );
}
