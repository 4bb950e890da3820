import { buildReportReminder } from '../board-reports/build-report-reminder.ts';
import { reportDayOf } from '../board-reports/report-key.ts';
import { type ReportStep, reportStepsOn, toldOfStep } from '../board-reports/report-reminders.ts';
import { addDays, todayIn } from '../calendar/dates.ts';
import type { ReportReminderContent } from '../content.ts';
import type { Plan } from '../plan.ts';
import { hearerOn } from '../reminders/hearers.ts';
import { hoursOn } from '../reminders/hours.ts';
import type { IsoDate, Owner } from '../rows.ts';
import { type DueNotice, isTimely, type PersonalAsk, type PersonalRule } from './notice.ts';

/**
 * To the chair and the author of a board, some days before it meets, that its report is not posted; to plan managers, that it
 * has met without one. Each person is told once of each step, on its first day on which they are there, or who stands in for
 * them.
 */
export const reportReminderRule: PersonalRule<ReportReminderContent> = {
  kind: 'report-reminder',
  due: (ask) => ask.plans.flatMap((plan) => dueIn(ask, plan)),
  content: ({ plans, period, now }) => {
    for (const plan of plans) {
      const day = todayIn(now, plan.settings.timeZone);
      const step = reportStepsOn(plan, day).find((one) => nameOf(plan, one) === period);
      if (step !== undefined && isStanding(step, now)) return buildReportReminder(plan, step, now);
    }
    return null;
  },
};

function dueIn(ask: PersonalAsk, plan: Plan): DueNotice[] {
  const { timeZone } = plan.settings;
  const last = todayIn(ask.until, timeZone);
  const notices = new Map<string, DueNotice>();
  for (let day = todayIn(ask.now, timeZone); day <= last; day = addDays(day, 1)) {
    for (const step of reportStepsOn(plan, day)) {
      for (const owner of toldOfStep(plan, step)) {
        const notice = noticeOn(ask, plan, { step, owner, day });
        const name = notice === null ? '' : `${notice.subject} ${notice.period}`;
        if (notice !== null && !notices.has(name) && isTimely(notice, ask)) notices.set(name, notice);
      }
    }
  }
  return [...notices.values()];
}

function noticeOn(
  ask: PersonalAsk,
  plan: Plan,
  { step, owner, day }: { readonly step: ReportStep; readonly owner: Owner; readonly day: IsoDate },
): DueNotice | null {
  const hearer = hearerOn(ask, plan, owner, day);
  const hours = hearer === null ? null : hoursOn(plan, hearer, day);
  if (hearer === null || hours === null) return null;
  const begins = Temporal.Instant.from(step.meeting.startsAt);
  const isOverdue = step.step === 'overdue';
  const dueAt = isOverdue && isBefore(hours.from, begins) ? begins : hours.from;
  const expiresAt = !isOverdue && isBefore(begins, hours.to) ? begins : hours.to;
  if (!isBefore(dueAt, expiresAt)) return null;
  return {
    kind: 'report-reminder',
    planId: plan.id,
    subject: hearer.subject,
    period: nameOf(plan, step),
    dueAt,
    expiresAt,
    recipient: { kind: 'person', entraObjectId: hearer.owner.entraObjectId?.trim() ?? hearer.subject },
    meeting: null,
  };
}

/** Names a step over all plans; stays the same when the meeting is moved. */
function nameOf({ id }: Plan, { board, meeting, step }: ReportStep): string {
  return `${id}/${board.key}/${reportDayOf(meeting)}/${step}`;
}

/** Before the meeting it is not overdue; once it has begun, nobody is told that it comes. */
function isStanding({ meeting, step }: ReportStep, now: Temporal.Instant): boolean {
  const hasBegun = !isBefore(now, Temporal.Instant.from(meeting.startsAt));
  return hasBegun === (step === 'overdue');
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
