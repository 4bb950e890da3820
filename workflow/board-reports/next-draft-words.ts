import { nextDraftOn } from '../../plan/board-reports/drafts-due.ts';
import { formatDay } from '../../plan/calendar/dates.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Group, IsoDate } from '../../plan/rows.ts';

/** When the next draft is made of a board that has none open. */
export function nextDraftWords(plan: Plan, board: Group, today: IsoDate): string {
  const on = nextDraftOn(plan, board, today);
  if (on === null) return 'No draft is made while no further meeting is planned.';
  if (on > today) return `The next draft is made on ${formatDay(on)}.`;
  return 'The draft for the next meeting is made in a minute, unless somebody deleted it in SharePoint: its recycle bin keeps it for a while.';
}
