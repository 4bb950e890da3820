import { addDays, todayIn } from '../calendar/dates.ts';
import type { Plan } from '../plan.ts';
import { buildReminder } from '../reminders/build-reminder.ts';
import { type Hearer, slotOn } from '../reminders/hearers.ts';
import { fallTogether, isTaken } from '../reminders/past.ts';
import { remindersOn } from '../reminders/reminders-of-day.ts';
import type { IsoDate } from '../rows.ts';
import { type DueNotice, isTimely, type PersonalAsk, type PersonalRule } from './notice.ts';

/**
 * One reminder for each person and day at most, over all their plans, in the hours of the plan that is due first. In
 * plans of several zones, one a day by the clocks of each.
 */
export const reminderRule: PersonalRule = {
  kind: 'reminder',
  due,
  content({ entraObjectId, period, ...ask }) {
    const subject = entraObjectId.toLowerCase();
    // Another day's may have gone out while this one waited.
    if (isTaken(ask, subject, { on: period, at: ask.now })) return null;
    return buildReminder(ask, subject, period);
  },
};

function due(ask: PersonalAsk): DueNotice[] {
  const earliest = new Map<string, DueNotice>();
  for (const notice of ask.plans.flatMap((plan) => dueIn(plan, ask)).toSorted(byTime)) {
    const name = `${notice.subject} ${notice.period}`;
    if (!earliest.has(name)) earliest.set(name, notice);
  }
  return withoutSecond(ask, [...earliest.values()]);
}

function dueIn(plan: Plan, ask: PersonalAsk): DueNotice[] {
  const { timeZone } = plan.settings;
  const last = todayIn(ask.until, timeZone);
  const notices: DueNotice[] = [];
  for (let day = todayIn(ask.now, timeZone); day <= last; day = addDays(day, 1)) {
    for (const { hearer } of remindersOn(ask, plan, day).values()) {
      const notice = noticeOf(ask, plan, hearer, day);
      if (notice !== null && isTimely(notice, ask)) notices.push(notice);
    }
  }
  return notices;
}

function noticeOf(ask: PersonalAsk, plan: Plan, hearer: Hearer, day: IsoDate): DueNotice | null {
  const hours = slotOn(ask, plan, hearer, day);
  if (hours === null) return null;
  return {
    kind: 'reminder',
    planId: plan.id,
    subject: hearer.subject,
    period: day,
    dueAt: hours.from,
    expiresAt: hours.to,
    recipient: { kind: 'person', entraObjectId: hearer.owner.entraObjectId?.trim() ?? hearer.subject },
    meeting: null,
  };
}

/** Where several days of one person are looked at, each as if those before it had been told. */
function withoutSecond({ plans }: PersonalAsk, notices: readonly DueNotice[]): DueNotice[] {
  return [...Map.groupBy(notices, ({ subject }) => subject)].flatMap(([subject, all]) => {
    const told: DueNotice[] = [];
    for (const notice of all) {
      const isSecond = told.some((before) => fallTogether(plans, subject, asTold(before), asTold(notice)));
      if (!isSecond) told.push(notice);
    }
    return told;
  });
}

const asTold = ({ period, dueAt }: DueNotice) => ({ on: period, at: dueAt });

function byTime(one: DueNotice, other: DueNotice): number {
  return Temporal.Instant.compare(one.dueAt, other.dueAt);
}
