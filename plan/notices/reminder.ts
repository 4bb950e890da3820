import { addDays, momentAt, todayIn } from '../calendar/dates.ts';
import { ownerOf } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import { buildReminder, remindersOn } from '../reminder.ts';
import type { IsoDate } from '../rows.ts';
import { type DueNotice, isTimely, type PersonalAsk, type PersonalRule } from './notice.ts';

/** One reminder for each person and working day at most, and only within that day's working hours. */
export const reminderRule: PersonalRule = {
  kind: 'reminder',
  due,
  content({ plans, entraObjectId, now }) {
    const parts = plans.flatMap((plan) => {
      const owner = ownerOf(plan, { entraObjectId, email: null });
      return owner === null ? [] : [{ plan, ownerKey: owner.key }];
    });
    return buildReminder(parts, now);
  },
};

function due(ask: PersonalAsk): DueNotice[] {
  const byName = new Map<string, DueNotice>();
  for (const notice of ask.plans.flatMap((plan) => dueIn(plan, ask))) {
    const name = `${notice.subject} ${notice.period}`;
    const known = byName.get(name);
    if (known === undefined || Temporal.Instant.compare(notice.dueAt, known.dueAt) < 0)
      byName.set(name, notice);
  }
  return [...byName.values()];
}

function dueIn(plan: Plan, ask: PersonalAsk): DueNotice[] {
  const { timeZone } = plan.settings;
  const last = todayIn(ask.until, timeZone);
  const notices: DueNotice[] = [];
  for (let day = todayIn(ask.now, timeZone); day <= last; day = addDays(day, 1)) {
    // Whoever is away is not among them: their deputy's reminder covers it.
    for (const ownerKey of remindersOn(plan, day).keys()) {
      // Somebody whom Teams cannot know is not written to; the install check names such rows.
      const entraObjectId = indexOf(plan).owners.get(ownerKey)?.entraObjectId;
      const notice = entraObjectId ? noticeOf(plan, entraObjectId, day) : null;
      if (notice !== null && isTimely(notice, ask)) notices.push(notice);
    }
  }
  return notices;
}

function noticeOf(plan: Plan, entraObjectId: string, day: IsoDate): DueNotice {
  const { opensAt, closesAt, timeZone } = plan.settings;
  return {
    kind: 'reminder',
    planId: plan.id,
    subject: entraObjectId.toLowerCase(),
    period: day,
    dueAt: momentAt(day, opensAt, timeZone),
    expiresAt: momentAt(day, closesAt, timeZone),
    recipient: { kind: 'person', entraObjectId },
    meeting: null,
  };
}
