import { alertsOn, buildAlert } from '../alerts/index.ts';
import { addDays, momentAt, todayIn } from '../calendar/dates.ts';
import { waitsForWork } from '../calendar/working-hours.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import { type ChannelAsk, type ChannelRule, type DueNotice, isTimely } from './notice.ts';
import { spreadMinutes } from './spread.ts';

/**
 * One alert for each group and working day on which there is something to tell it, but for quiet periods.
 * After an outage only the latest of a group, in working hours.
 */
export const alertRule: ChannelRule = {
  kind: 'alert',
  due,
  content({ plan, group, period, now }) {
    const today = todayIn(now, plan.settings.timeZone);
    // One that was put off gives way to that of the day.
    if (period < today && alertsOn(plan, today).has(group.key)) return null;
    return buildAlert(plan, group, period, now);
  },
};

function due(ask: ChannelAsk): DueNotice[] {
  const { plan, now, until } = ask;
  const { timeZone } = plan.settings;
  // An alert lives until the end of the next day, so yesterday's may still be due.
  const first = addDays(todayIn(now, timeZone), -1);
  const last = todayIn(until, timeZone);
  const latest = new Map<RowKey, DueNotice>();
  for (let day = first; day <= last; day = addDays(day, 1)) {
    for (const groupKey of alertsOn(plan, day).keys()) {
      const notice = noticeOf(plan, groupKey, day);
      if (isTimely(notice, ask) && !waitsForWork(plan, notice, now)) latest.set(groupKey, notice);
    }
  }
  return [...latest.values()];
}

function noticeOf(plan: Plan, groupKey: RowKey, day: IsoDate): DueNotice {
  const { opensAt, timeZone } = plan.settings;
  return {
    kind: 'alert',
    planId: plan.id,
    subject: groupKey,
    period: day,
    dueAt: momentAt(day, opensAt, timeZone).add({ minutes: spreadMinutes(groupKey, plan.groups.length) }),
    expiresAt: momentAt(addDays(day, 2), '00:00', timeZone),
    recipient: { kind: 'channel', groupKey },
    meeting: null,
  };
}
