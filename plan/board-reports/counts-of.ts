import { formatShortDay, todayIn } from '../calendar/dates.ts';
import type { BoardReportData } from '../content.ts';
import { countColours, countColoursAt } from '../counts.ts';
import type { ReportAbout } from './about.ts';

/** Colours of the recommendations now, and as the last report said or as they stood when the period began. */
export function countsOf({
  plan,
  recommendations,
  period,
  today,
  previous,
}: ReportAbout): Pick<BoardReportData, 'now' | 'before' | 'beforeWords'> {
  const day = formatShortDay(todayIn(period.from, plan.settings.timeZone));
  return {
    now: countColours(recommendations, plan.settings, today),
    before: previous?.now ?? countColoursAt(plan, recommendations, period.from),
    beforeWords: previous === null ? `on ${day}` : `in the report of ${day}`,
  };
}
