import { itemsOf } from '../items.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate, IsoInstant } from '../rows.ts';
import { dueDate, formatMonth } from './dates.ts';

/** One day in the calendar of a plan's milestones. Says what and when, never who. */
export interface FeedEntry {
  /** The same for as long as the item is there. */
  readonly id: string;
  readonly title: string;
  readonly on: IsoDate;
  readonly description: string;
  /** When the item was last spoken of; `null` = never. */
  readonly changedAt: IsoInstant | null;
}

/**
 * The due dates of a plan's recommendations and milestones, each on the day now expected. Actions are left out: people add
 * them in meetings, and their titles may say more than a calendar that anybody with its address can read is to say.
 */
export function feedEntries(plan: Plan): readonly FeedEntry[] {
  return itemsOf(plan)
    .filter(({ ref, stage }) => ref.list !== 'Actions' && stage !== 'Withdrawn')
    .flatMap((item): FeedEntry[] => {
      const date = item.forecastDue ?? item.baselineDue;
      if (date === null) return [];
      const words = [
        item.stage ?? 'No stage yet',
        ...(item.duePrecision === 'Month'
          ? [`due in ${formatMonth(date)}, shown on the last day of the month`]
          : []),
      ];
      return [
        {
          id: `${item.ref.list}/${item.ref.key}`,
          title: `${item.label}: ${item.title}`,
          on: dueDate(date, item.duePrecision),
          description: `${words.join('; ')}.`,
          changedAt: item.latestUpdate,
        },
      ];
    });
}
