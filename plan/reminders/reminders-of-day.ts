import { REMINDER_REASONS } from '../content.ts';
import { MUTABLE_REASONS, type Preferences } from '../notices/preferences.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Owner, RowKey } from '../rows.ts';
import { commented } from './commented.ts';
import { withoutDisowned } from './disowned.ts';
import { dueDates } from './due-dates.ts';
import { escalated } from './escalation.ts';
import { groupSignOff } from './group-sign-off.ts';
import { handedOver } from './handed-over.ts';
import { type Heard, type Hearer, type HearerAsk, isDayFor, lastHeard, personFor } from './hearers.ts';
import { impactChecks } from './impact-check.ts';
import { isSpokenOfSince } from './last-word.ts';
import type { Reminded } from './reminded.ts';
import { toSignOff } from './to-sign-off.ts';
import { unanswered } from './unanswered.ts';
import { unowned } from './unowned.ts';
import { waitingOnYou } from './waiting-on-you.ts';

/** What one person hears of one plan on a day: theirs, and that of whom they stand in for. */
export interface PersonsReminders {
  readonly hearer: Hearer;
  /** The most pressing first. */
  readonly reminded: readonly Reminded[];
}

/**
 * Everybody's reminders of one plan and day, by directory id in small letters.
 * @param only of this person alone; default: of everybody
 */
export function remindersOn(
  ask: HearerAsk,
  plan: Plan,
  day: IsoDate,
  only?: string,
): ReadonlyMap<string, PersonsReminders> {
  const found = new Map<string, { hearer: Hearer; reminded: Reminded[] }>();
  for (const [key, meant] of meantOn(ask, plan, day)) {
    const owner = indexOf(plan).owners.get(key);
    const hearer = owner === undefined ? null : personFor(ask, plan, owner, day);
    if (owner === undefined || hearer === null || hearer.subject !== (only ?? hearer.subject)) continue;
    if (!isDayFor(plan, hearer, day)) continue;
    const reminded = newTo(ask, plan, { owner, hearer, meant, day });
    if (reminded.length === 0) continue;
    const known = found.get(hearer.subject);
    if (known) known.reminded.push(...reminded);
    else found.set(hearer.subject, { hearer, reminded });
  }
  for (const { reminded } of found.values()) reminded.sort((one, other) => rankOf(one) - rankOf(other));
  return found;
}

const rankOf = ({ why }: Reminded): number => REMINDER_REASONS.indexOf(why);

type ByOwner = ReadonlyMap<RowKey, readonly Reminded[]>;

/** What there is to tell on a day, by the owner it is meant for. */
function meantOn(ask: HearerAsk, plan: Plan, day: IsoDate): ByOwner {
  const ofPlan = meantByPlan(plan, day);
  const ofLedger = [...handedOver(plan, day, ask.ledger), ...escalated(plan, day, ask.ledger)];
  if (ofLedger.length === 0) return ofPlan;
  const all = new Map(ofPlan);
  for (const one of ofLedger) all.set(one.to, [...(all.get(one.to) ?? []), one]);
  return all;
}

const meantByDay = new WeakMap<Plan, Map<IsoDate, ByOwner>>();

/** What the plan alone gives to tell: worked out once for as long as it stands. */
function meantByPlan(plan: Plan, day: IsoDate): ByOwner {
  const days = meantByDay.get(plan) ?? new Map<IsoDate, ByOwner>();
  meantByDay.set(plan, days);
  const known = days.get(day);
  if (known) return known;
  const reminded = [
    dueDates,
    unanswered,
    waitingOnYou,
    toSignOff,
    unowned,
    groupSignOff,
    impactChecks,
    commented,
  ]
    .flatMap((reason) => reason(plan, day))
    // What somebody has spoken of since is left alone.
    .filter(({ item, fellOn }) => !isSpokenOfSince(plan, item, fellOn));
  const made = Map.groupBy(reminded, ({ to }) => to);
  days.set(day, made);
  return made;
}

/** Of what is meant for an owner, what the one who hears it did not hear before, in their place, and wants to hear. */
function newTo(
  ask: HearerAsk,
  plan: Plan,
  {
    owner,
    hearer,
    meant,
    day,
  }: {
    readonly owner: Owner;
    readonly hearer: Hearer;
    readonly meant: readonly Reminded[];
    readonly day: IsoDate;
  },
): Reminded[] {
  const theirs = withoutDisowned(plan, meant, ask.ledger);
  const wanted = theirs.filter(({ why, always }) => always || !isMuted(hearer.preferences, why));
  if (wanted.length === 0) return [];
  const heard = lastHeard(ask, plan, owner, { day });
  const only = [owner.key, hearer.owner.key];
  const isBack = heard.by !== null && !only.includes(heard.by.key);
  const before = isBack ? lastHeard(ask, plan, owner, { day, only }).on : heard.on;
  return wanted.flatMap((one) => {
    if (one.fellOn <= before || (one.wasTold && !isBack)) return [];
    return one.fellOn > heard.on ? [one] : [toldMeanwhile(one, heard)];
  });
}

/** Whoever was away hears themselves what another was told in their place, as far as it still stands. */
function toldMeanwhile(one: Reminded, { by }: Heard): Reminded {
  const told = `It came up while ${by?.title ?? 'somebody'} stood in.`;
  return { ...one, says: () => [one.says?.() ?? null, told].filter((words) => words !== null).join(' ') };
}

function isMuted({ muted }: Preferences, why: Reminded['why']): boolean {
  return MUTABLE_REASONS.some((reason) => reason === why) && muted.some((reason) => reason === why);
}
