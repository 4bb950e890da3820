import { addDays, momentAt, todayIn } from '../dates.ts';
import { standInFor } from '../people.ts';
import type { Plan } from '../plan.ts';
import { remindedItems } from '../reminder.ts';
import type { IsoDate, Owner } from '../rows.ts';
import { isWorkingDay } from '../working-days.ts';
import { type DueNotice, isTimely, type NoticeAsk } from './notice.ts';

/** One reminder for each person and working day at most, and only within that day's working hours. */
export function dueReminders(ask: NoticeAsk): DueNotice[] {
  const { plan, now, until } = ask;
  const { timeZone } = plan.settings;
  const last = todayIn(until, timeZone);
  const notices: DueNotice[] = [];
  for (let day = todayIn(now, timeZone); day <= last; day = addDays(day, 1)) {
    if (!isWorkingDay(day, plan.closures)) continue;
    for (const owner of plan.owners) {
      const notice = noticeOf(plan, owner, day);
      // Whoever is away gets nothing: their deputy's own reminder covers it.
      if (!isTimely(notice, ask) || standInFor(plan, owner, day)?.key !== owner.key) continue;
      if (remindedItems(plan, owner.key, day).length > 0) notices.push(notice);
    }
  }
  return notices;
}

function noticeOf(plan: Plan, owner: Owner, day: IsoDate): DueNotice {
  const { opensAt, closesAt, timeZone } = plan.settings;
  return {
    kind: 'reminder',
    subject: owner.key,
    period: day,
    dueAt: momentAt(day, opensAt, timeZone),
    expiresAt: momentAt(day, closesAt, timeZone),
    recipient: { kind: 'person', ownerKey: owner.key },
    meeting: null,
  };
}
