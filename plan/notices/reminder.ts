import { addDays, momentAt, todayIn } from '../calendar/dates.ts';
import type { Plan } from '../plan.ts';
import { remindersOn } from '../reminder.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import { type DueNotice, isTimely, type NoticeAsk } from './notice.ts';

/** One reminder for each person and working day at most, and only within that day's working hours. */
export function dueReminders(ask: NoticeAsk): DueNotice[] {
  const { plan, now, until } = ask;
  const { timeZone } = plan.settings;
  const last = todayIn(until, timeZone);
  const notices: DueNotice[] = [];
  for (let day = todayIn(now, timeZone); day <= last; day = addDays(day, 1)) {
    // Whoever is away is not among them: their deputy's reminder covers it.
    for (const ownerKey of remindersOn(plan, day).keys()) {
      const notice = noticeOf(plan, ownerKey, day);
      if (isTimely(notice, ask)) notices.push(notice);
    }
  }
  return notices;
}

function noticeOf(plan: Plan, ownerKey: RowKey, day: IsoDate): DueNotice {
  const { opensAt, closesAt, timeZone } = plan.settings;
  return {
    kind: 'reminder',
    subject: ownerKey,
    period: day,
    dueAt: momentAt(day, opensAt, timeZone),
    expiresAt: momentAt(day, closesAt, timeZone),
    recipient: { kind: 'person', ownerKey },
    meeting: null,
  };
}
