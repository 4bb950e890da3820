import { formatDay, todayIn } from '../calendar/dates.ts';
import { lastOf } from '../check-in/questions.ts';
import { whyNotCheck } from '../co-production/impact.ts';
import { impactOf } from '../co-production/impact-due.ts';
import type { OpenedItem, ReminderAsk, ReminderContent, ReminderReason } from '../content.ts';
import { findItem, isClosed, isSameItem, lineOf, ownerName } from '../items.ts';
import { isChairOf, isDeputyOf, isPlanManager } from '../people.ts';
import { personValue } from '../person-meant.ts';
import type { Item } from '../plan.ts';
import { isGroupsToSignOff } from '../reminders/group-sign-off.ts';
import { isOverdue } from '../schedule.ts';
import type { Everywhere, InPlan } from './in-plan.ts';

/** What a reminder asked and still waits for the person, as things stand. */
export function reminderNow(
  everywhere: Everywhere,
  {
    asks,
    today,
    now,
  }: {
    readonly asks: readonly ReminderAsk[];
    /** What a reminder would say now, for its words. */
    readonly today: ReminderContent | null;
    readonly now: Temporal.Instant;
  },
): ReminderContent {
  const [{ plan: first, owner }] = everywhere;
  const plans = everywhere.flatMap(({ plan, owner: person }) => {
    const entries = asks
      .filter(({ planId }) => planId === plan.id)
      .flatMap((ask) => {
        const item = waitingItem({ plan, owner: person }, ask, now);
        return item === null
          ? []
          : [{ why: ask.why, line: lineOf(plan, item, now), words: wordsOf(today, ask) }];
      });
    return entries.length === 0 ? [] : [{ planId: plan.id, planName: plan.name, entries }];
  });
  const on = todayIn(now, first.settings.timeZone);
  return {
    kind: 'reminder',
    personName: owner.title,
    on,
    todayWords: formatDay(on),
    plans,
  };
}

/** What is needed to answer one of them; `null` where it waits for the person no more. */
export function openedItem(
  everywhere: Everywhere,
  ask: ReminderAsk,
  now: Temporal.Instant,
): OpenedItem | null {
  const known = everywhere.find(({ plan }) => plan.id === ask.planId);
  const item = known === undefined ? null : waitingItem(known, ask, now);
  if (known === undefined || item === null) return null;
  const { plan } = known;
  return {
    ask,
    last: lastOf(item),
    overdue: isOverdue(item, todayIn(now, plan.settings.timeZone)),
    signOffBy: item.signOffBy,
    groups: plan.groups
      .filter(({ key, active }) => key !== item.group && active !== false)
      .map(({ key, title }) => ({ key, name: title })),
    people: plan.owners
      .filter(({ key }) => key !== item.owner)
      .map((owner) => ({ value: personValue(owner), name: owner.title })),
  };
}

/** Whether an item still waits for the person for what the reminder named it. */
function waitingItem({ plan, owner }: InPlan, { ref, why }: ReminderAsk, now: Temporal.Instant): Item | null {
  const item = findItem(plan, ref);
  if (item === null) return null;
  if (why === 'impact check') return isToCheck({ plan, owner }, item, now) ? item : null;
  if (isClosed(item.stage)) return null;
  const isTheirs = item.owner === owner.key || isDeputyOf(plan, owner, item.owner);
  const isChairs = isChairOf(plan, owner, item.group) || isPlanManager(owner);
  const waits: Readonly<Record<ReminderReason, boolean>> = {
    overdue: isTheirs,
    'due today': isTheirs,
    'check-in unanswered': isTheirs,
    'due soon': isTheirs,
    'given to you': isTheirs,
    'waiting on you': item.stage === 'Waiting on others',
    'not theirs': isTheirs || isChairs,
    escalated: isTheirs || isChairs,
    'to sign off': item.stage === 'Done awaiting sign-off' && item.signOffBy === null,
    'group to sign off': isGroupsToSignOff(plan, owner, item),
    'nobody owns it': isChairs && ownerName(plan, item.owner) === null,
    'impact check': false,
    commented: isTheirs || isChairs,
  };
  return waits[why] ? item : null;
}

/** Whether a check of it is due, and the person may say how it came out. */
function isToCheck({ plan, owner }: InPlan, item: Item, now: Temporal.Instant): boolean {
  const today = todayIn(now, plan.settings.timeZone);
  const state = impactOf(plan, item, today)?.state ?? 'coming';
  return state !== 'coming' && whyNotCheck(plan, owner, item, today) === null;
}

function wordsOf(today: ReminderContent | null, { planId, ref, why }: ReminderAsk): string | null {
  const entries = today?.plans.find((plan) => plan.planId === planId)?.entries ?? [];
  return entries.find((entry) => entry.why === why && isSameItem(entry.line.ref, ref))?.words ?? null;
}
