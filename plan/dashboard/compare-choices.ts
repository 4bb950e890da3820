import { addDays, formatShortDay } from '../calendar/dates.ts';
import type { PlanOverview } from '../content.ts';
import { meetingDays } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';

/** How many boards' last meetings are offered. */
const BOARDS_LIMIT = 4;

/**
 * Days that the day shown can be compared with at a press: a week and a fortnight before, each board's last meeting, the
 * day before the plan began. None lies before that one.
 * @param firstDay the day of the plan's first word or meeting
 */
export function compareChoices(
  plan: Plan,
  { today, firstDay }: { readonly today: IsoDate; readonly firstDay: IsoDate },
): PlanOverview['compareChoices'] {
  const beginning = addDays(firstDay, -1);
  const choices = [
    { date: addDays(today, -7), words: 'A week before' },
    { date: addDays(today, -14), words: 'A fortnight before' },
    ...lastBoards(plan, { from: beginning, to: addDays(today, -1) }),
  ].filter(({ date }, index, all) => date > beginning && isLastOf(date, all.slice(index + 1)));
  return [
    ...choices.map(({ date, words }) => ({ date, words: `${words}, ${formatShortDay(date)}` })),
    { date: beginning, words: `When the plan began, ${formatShortDay(beginning)}` },
  ];
}

/** What a day is called last says more: a board's meeting rather than a week before. */
function isLastOf(date: IsoDate, others: readonly { readonly date: IsoDate }[]): boolean {
  return others.every((other) => other.date !== date);
}

/** The last meeting of each board within some days, the latest first. */
function lastBoards(plan: Plan, range: { readonly from: IsoDate; readonly to: IsoDate }) {
  return plan.groups
    .filter(({ kind, active }) => kind === 'Board' && active !== false)
    .flatMap((board) => {
      const date = meetingDays(plan, board, range).at(-1);
      return date === undefined ? [] : [{ date, words: `Last ${board.title}` }];
    })
    .toSorted((one, other) => other.date.localeCompare(one.date))
    .slice(0, BOARDS_LIMIT);
}
