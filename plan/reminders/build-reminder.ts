import { formatDay, momentAt } from '../calendar/dates.ts';
import type { ReminderContent } from '../content.ts';
import { lineOf, ownerName } from '../items.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';
import { warningOf } from './escalation.ts';
import type { HearerAsk } from './hearers.ts';
import type { Reminded } from './reminded.ts';
import { type PersonsReminders, remindersOn } from './reminders-of-day.ts';

type Entry = ReminderContent['plans'][number]['entries'][number];

/**
 * The one message of a day to a person over all their plans; `null` when nothing is due to them. Holds what they stand in
 * for while somebody is away.
 * @param subject directory id in small letters
 * @param on the day it stands for
 */
export function buildReminder(
  ask: HearerAsk & { readonly now: Temporal.Instant },
  subject: string,
  on: IsoDate,
): ReminderContent | null {
  const parts = ask.plans.flatMap((plan) => {
    const found = remindersOn(ask, plan, on, subject).get(subject);
    return found === undefined ? [] : [{ plan, ...found }];
  });
  const first = parts[0];
  if (first === undefined) return null;
  return {
    kind: 'reminder',
    personName: first.hearer.owner.title,
    on,
    todayWords: formatDay(on),
    plans: parts.map((part) => ({
      planId: part.plan.id,
      planName: part.plan.name,
      entries: entriesOf(ask, part, on),
    })),
  };
}

/** One entry an item, whatever there is to tell of it: the most pressing reason, and the words of all. */
function entriesOf(
  ask: HearerAsk & { readonly now: Temporal.Instant },
  { plan, hearer, reminded }: PersonsReminders & { readonly plan: Plan },
  on: IsoDate,
): readonly Entry[] {
  // Clocks of another plan may say the day before when the message goes out.
  const begins = momentAt(on, '00:00', plan.settings.timeZone);
  const seenAt = Temporal.Instant.compare(ask.now, begins) < 0 ? begins : ask.now;
  const byItem = Map.groupBy(reminded, ({ item }) => item);
  return [...byItem].map(([item, reasons]) => {
    const warning = reasons.some(isAwaited) ? warningOf(plan, item, on, ask.ledger) : null;
    const handovers = reasons.flatMap(({ handover }) => handover ?? []);
    const standsIn = reasons.every(({ to }) => to !== hearer.owner.key);
    const words = [
      ...(standsIn ? [`You stand in for ${ownerName(plan, reasons[0]?.to ?? null)}.`] : []),
      ...reasons.map(({ says }) => says?.() ?? null),
      warning?.words ?? null,
    ].filter((one) => one !== null);
    return {
      why: reasons[0]?.why ?? 'overdue',
      line: lineOf(plan, item, seenAt),
      words: words.length === 0 ? null : [...new Set(words)].join(' '),
      ...(warning?.warns ? { warns: true } : {}),
      ...(handovers.length === 0 ? {} : { handovers }),
    };
  });
}

/** Whether silence about it is told to somebody else in the end. */
const isAwaited = ({ why }: Reminded): boolean => why === 'overdue' || why === 'check-in unanswered';
