import { formatMoment, todayIn } from '../calendar/dates.ts';
import type { ReportReminderContent } from '../content.ts';
import { chairsOf } from '../people.ts';
import type { Plan } from '../plan.ts';
import { boardProblems } from './report-obstacles.ts';
import { awayWords, type ReportStep } from './report-reminders.ts';

/** What somebody is told of a report that is not posted: for which meeting, and what it still needs. */
export function buildReportReminder(
  plan: Plan,
  { board, meeting, report, step }: ReportStep,
  now: Temporal.Instant,
): ReportReminderContent {
  const { timeZone } = plan.settings;
  const today = todayIn(now, timeZone);
  return {
    kind: 'report-reminder',
    planId: plan.id,
    planName: plan.name,
    boardName: board.title,
    reportKey: report?.key ?? null,
    meetingWords: formatMoment(meeting.startsAt, timeZone),
    awayWords: awayWords(meeting.on, today),
    isOverdue: step === 'overdue',
    missing: [missingWords(plan, { board, report }), ...boardProblems(plan, board, today)],
  };
}

function missingWords(plan: Plan, { board, report }: Pick<ReportStep, 'board' | 'report'>): string {
  if (report === null) return 'There is no draft yet: one is made once the report before it is posted.';
  const chair = chairsOf(plan, board)[0]?.title ?? 'its chair';
  if (report.state === 'Approved') return `It is approved. ${chair} posts it.`;
  return `It is a draft: look through it, have it approved, and ${chair} posts it.`;
}
