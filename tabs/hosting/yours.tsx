import type { OverviewItem, PlanOverview } from '../../plan/content.ts';
import { matches, NO_FILTER } from '../../plan/filter/filter.ts';
import { itemsOf } from '../model/filter.ts';
import { datesWords, waitWords } from '../model/item-words.ts';
import type { PartProps } from '../overview/part-props.ts';
import { usePlace } from './place-context.ts';
import { YoursPart } from './yours-part.tsx';

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
  const items = itemsOf(overview).toSorted(byUrgency);
  return (
    <>
      <YoursPart
        title="Yours"
        items={items.filter((item) => matches(item, { ...NO_FILTER, show: 'mine' }))}
        factsOf={(item) => [item.dueIn, datesWords(item), waitWords(item), item.groupName]}
        all={{ view: 'items', show: 'mine' }}
        {...part}
      />
      <YoursPart
        title="Waiting on your group"
        items={items.filter((item) => !item.isMine && waitsOn(item, groupNames))}
        factsOf={(item) => [waitWords(item), item.groupName, item.ownerName]}
        all={{ view: 'items', show: 'blocked' }}
        {...part}
      />
    </>
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
