import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { PlanOverview } from '../../plan/content.ts';
import { itemsOf } from '../model/filter.ts';
import { dueFacts, lastWordWords } from '../model/item-words.ts';
import { Blocked } from './blocked.tsx';
import { Cards } from './cards.tsx';
import { Disagreements } from './disagreements.tsx';
import { ItemsPart } from './items-part.tsx';
import type { PartProps } from './part-props.ts';
import { Slipping } from './slipping.tsx';

const useStyles = makeStyles({
  well: {
    margin: 0,
    padding: '10px 20px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
});

/** One kind of thing that needs a look. */
interface Part {
  readonly count: number;
  readonly card: ReactElement;
  /** Said of it, in one line with the others, where there is none. */
  readonly wellWords: string;
}

export interface NeedsALookProps extends PartProps {
  /** With only the items that match the filters. */
  readonly filtered: PlanOverview;
  /** Cards that come after. */
  readonly children: ReactNode;
}

/** Where the plan is not on course: a card for each kind of trouble there is, one line for those there are not. */
export function NeedsALook({ filtered, children, ...part }: NeedsALookProps) {
  const styles = useStyles();
  const parts = partsOf(filtered, part);
  const well = parts.filter(({ count }) => count === 0).map(({ wellWords }) => wellWords);
  return (
    <>
      <Cards>
        {parts.filter(({ count }) => count > 0).map(({ card }) => card)}
        {children}
      </Cards>
      {well.length > 0 && <p className={styles.well}>{sentence(well)}</p>}
    </>
  );
}

function partsOf(filtered: PlanOverview, part: PartProps): readonly Part[] {
  const { slipping, overdue, blocked } = filtered;
  const items = itemsOf(filtered);
  const stale = items.filter((item) => item.stale);
  const disagreements = items.filter((item) => item.disagrees);
  return [
    {
      count: slipping.length,
      card: <Slipping key="slipped" slipping={slipping} {...part} />,
      wellWords: 'nothing is later than promised',
    },
    {
      count: overdue.length,
      card: (
        <ItemsPart
          key="overdue"
          title="Overdue"
          items={overdue}
          emptyWords=""
          factsOf={dueFacts}
          all={{ view: 'items', show: 'overdue' }}
          {...part}
        />
      ),
      wellWords: 'nothing is overdue',
    },
    {
      count: blocked.length,
      card: <Blocked key="blocked" blocked={blocked} {...part} />,
      wellWords: 'nothing waits on others',
    },
    {
      count: disagreements.length,
      card: <Disagreements key="disagrees" items={disagreements} {...part} />,
      wellWords: 'stated and computed colours agree',
    },
    {
      count: stale.length,
      card: (
        <ItemsPart
          key="stale"
          title="No recent word"
          items={stale}
          emptyWords=""
          factsOf={(item) => [item.groupName, item.ownerName ?? 'no owner', lastWordWords(item)]}
          all={{ view: 'items', show: 'stale' }}
          {...part}
        />
      ),
      wellWords: 'every group has spoken of its items lately',
    },
  ];
}

/** `In good order: nothing is overdue; nothing waits on others.` */
function sentence(parts: readonly string[]): string {
  return `In good order: ${parts.join('; ')}.`;
}
