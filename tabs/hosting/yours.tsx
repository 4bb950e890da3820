import type { OverviewItem, PlanOverview } from '../../plan/content.ts';
import { matches, NO_FILTER } from '../../plan/filter/filter.ts';
import { itemsOf } from '../model/filter.ts';
import { datesWords, waitWords } from '../model/item-words.ts';
import { Cards } from '../overview/cards.tsx';
import { ItemsPart } from '../overview/items-part.tsx';
import type { PartProps } from '../overview/part-props.ts';
import { usePlace } from './place-context.ts';

export interface YoursProps extends PartProps {
  readonly overview: PlanOverview;
}

/**
 * What is theirs who looks, and what waits on a group of theirs, before the plan itself: in the app of one person, for
 * people who answer for something. Directors see the whole plan first.
 */
export function Yours({ overview, ...part }: YoursProps) {
  const { kind } = usePlace();
  const { isDirector, groupNames } = overview.viewer;
  if (kind !== 'personal' || isDirector || overview.isPast) return null;
  const items = itemsOf(overview);
  const mine = items.filter((item) => matches(item, { ...NO_FILTER, show: 'mine' })).toSorted(byUrgency);
  const waiting = items.filter((item) => !item.isMine && waitsOn(item, groupNames)).toSorted(byUrgency);
  if (mine.length === 0 && waiting.length === 0) return null;
  return (
    <Cards>
      {mine.length > 0 && (
        <ItemsPart
          title="Yours"
          items={mine}
          emptyWords=""
          factsOf={(item) => [item.dueIn, datesWords(item), waitWords(item), item.groupName]}
          all={{ ...NO_FILTER, view: 'items', show: 'mine' }}
          {...part}
        />
      )}
      {waiting.length > 0 && (
        <ItemsPart
          title="Waiting on your group"
          items={waiting}
          emptyWords=""
          factsOf={(item) => [waitWords(item), item.groupName, item.ownerName]}
          all={{ ...NO_FILTER, view: 'items', show: 'blocked' }}
          {...part}
        />
      )}
    </Cards>
  );
}

/** What is overdue first, then by the day it is expected; what has no day comes last. */
function byUrgency(one: OverviewItem, other: OverviewItem): number {
  return (
    Number(other.overdue) - Number(one.overdue) ||
    (one.expectedOn ?? '9999').localeCompare(other.expectedOn ?? '9999')
  );
}

function waitsOn({ stage, waitingOnName }: OverviewItem, groupNames: readonly string[]): boolean {
  return stage === 'Waiting on others' && waitingOnName !== null && groupNames.includes(waitingOnName);
}
