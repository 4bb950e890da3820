import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOfWeek, momentAt, todayIn } from '../../plan/calendar/dates.ts';
import { isWorkingDay, nextWorkingDay } from '../../plan/calendar/working-days.ts';
import type { ReminderContent } from '../../plan/content.ts';
import { duePersonally } from '../../plan/notices/index.ts';
import type { PastReminder, Warning } from '../../plan/notices/notice-ledger.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../plan/notices/preferences.ts';
import { reminderRule } from '../../plan/notices/reminder.ts';
import { isAway, standInFor } from '../../plan/people.ts';
import { DEFAULT_SETTINGS, type Plan } from '../../plan/plan.ts';
import { weeklyDayUpTo } from '../../plan/reminders/weekly-day.ts';
import type { Owner } from '../../plan/rows.ts';
import { makeAction, makeGroup, makeOwner, makePlan } from '../helpers/make-plan.ts';

/** Days that each trial lives through. */
const LENGTH = 50;
const KEYS = ['one', 'two', 'three'] as const;
const ZONES = ['Europe/London', 'America/New_York', 'Pacific/Auckland'] as const;

/** Ten years, and often the weeks in which clocks change. */
const starts = fc.oneof(
  fc.integer({ min: 0, max: 3_590 }).map((days) => addDays('2021-01-01', days)),
  fc.integer({ min: 2021, max: 2030 }).map((year) => `${year}-03-01`),
  fc.integer({ min: 2021, max: 2030 }).map((year) => `${year}-10-01`),
);
const inside = fc.integer({ min: 0, max: LENGTH });
const stretch = fc
  .tuple(inside, fc.integer({ min: 0, max: 9 }))
  .map(([from, days]) => ({ from, to: from + days }));
const hour = fc.integer({ min: 0, max: 23 }).map((of) => `${String(of).padStart(2, '0')}:30`);
const person = fc.record({
  deputy: fc.constantFrom(null, ...KEYS),
  away: fc.option(stretch),
  groups: fc.subarray(['send', 'finance']),
  workDays: fc.oneof(fc.constant([1, 2, 3, 4, 5]), fc.subarray([1, 2, 3, 4, 5], { minLength: 1 })),
  quiet: fc.option(fc.tuple(hour, hour)),
  snoozedUntil: fc.option(inside, { freq: 4 }),
  muted: fc.subarray(['due soon'] as const),
});
const part = fc.record({
  zone: fc.constantFrom(...ZONES),
  closures: fc.uniqueArray(inside, { maxLength: 8 }),
  quietPeriods: fc.array(fc.record({ days: stretch, groups: fc.subarray(['send', 'finance']) }), {
    maxLength: 2,
  }),
  items: fc.array(
    fc.record({ owner: fc.constantFrom(...KEYS), due: fc.integer({ min: -30, max: LENGTH + 14 }) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
});
const lives = fc.record({
  start: starts,
  people: fc.tuple(person, person, person),
  plans: fc.array(part, { minLength: 1, maxLength: 2 }),
  /** Minutes for which a message waits, one after another; it may wait for too long. */
  waits: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 700 })), {
    minLength: 1,
    maxLength: 20,
  }),
});
type Life = typeof lives extends fc.Arbitrary<infer Value> ? Value : never;

interface Sent {
  readonly subject: string;
  readonly planId: string;
  readonly on: string;
  readonly at: Temporal.Instant;
  readonly content: ReminderContent;
}

function plansOf({ start, people, plans }: Life): Plan[] {
  const day = (offset: number) => addDays(start, offset);
  const owners = KEYS.map((key, index) => {
    const { deputy, away, groups } = people[index] ?? people[0];
    const days = away === null ? {} : { awayFrom: day(away.from), awayTo: day(away.to) };
    return makeOwner({
      key,
      itemId: index,
      title: key,
      deputy: deputy === key ? null : deputy,
      groups,
      ...days,
    });
  });
  return plans.map(({ zone, closures, quietPeriods, items }, index) =>
    makePlan({
      id: `plan-${index}`,
      settings: { ...DEFAULT_SETTINGS, timeZone: zone, escalateAfterWeeks: 1 },
      groups: [makeGroup({ everyWeeks: null, chair: 'three' })],
      owners,
      closures: closures.map(day),
      quietPeriods: quietPeriods.map(({ days, groups }) => ({
        title: '',
        from: day(days.from),
        to: day(days.to),
        groups,
      })),
      actions: items.map(({ owner, due }, itemId) =>
        makeAction({ key: `${itemId}`, itemId, owner, forecastDue: day(due), baselineDue: day(due) }),
      ),
    }),
  );
}

const preferencesOf = ({ start, people }: Life): ReadonlyMap<string, Preferences> =>
  new Map(
    KEYS.map((key, index) => {
      const { workDays, quiet, snoozedUntil, muted } = people[index] ?? people[0];
      const [quietFrom, quietTo] = quiet ?? [null, null];
      const snoozed = snoozedUntil === null ? null : addDays(start, snoozedUntil);
      return [
        idOf(key),
        { ...DEFAULT_PREFERENCES, workDays, quietFrom, quietTo, snoozedUntil: snoozed, muted },
      ];
    }),
  );

const idOf = (key: string) => makeOwner({ key }).entraObjectId ?? '';

/** Plans and sends twice a day what falls due, each message a while after it is due, and remembers what was told. */
function live(life: Life): { readonly sent: readonly Sent[]; readonly missed: readonly PastReminder[] } {
  const plans = plansOf(life);
  const preferences = preferencesOf(life);
  const reminders: PastReminder[] = [];
  const warnings: Warning[] = [];
  const ledger = () => ({
    reminders: [...reminders],
    warnings: [...warnings],
    handovers: [],
    disowned: [],
    news: [],
  });
  const sent: Sent[] = [];
  const known = new Set<string>();
  const first = momentAt(life.start, '00:00', 'UTC');
  for (let half = 0; half < LENGTH * 2; half += 1) {
    const now = first.add({ hours: half * 12 });
    const until = now.add({ hours: 12 });
    for (const notice of duePersonally({ plans, preferences, ledger: ledger(), now, until })) {
      const { subject, period: on, planId, dueAt, expiresAt } = notice;
      if (known.has(`${subject} ${on}`)) continue;
      known.add(`${subject} ${on}`);
      const minutes = life.waits[known.size % life.waits.length] ?? 0;
      const goesAt = dueAt.add({ minutes });
      if (Temporal.Instant.compare(goesAt, expiresAt) >= 0) {
        reminders.push({ subject, on, sentAt: null });
        continue;
      }
      const ask = { plans, preferences, ledger: ledger(), now: goesAt };
      const content = reminderRule.content({ ...ask, entraObjectId: subject, period: on });
      if (content?.kind !== 'reminder') continue;
      reminders.push({ subject, on, sentAt: goesAt.toString() });
      sent.push({ subject, planId, on, at: goesAt, content });
      for (const told of content.plans)
        for (const { line, warns } of told.entries)
          if (warns) warnings.push({ planId: told.planId, ref: line.ref, on });
    }
  }
  return { sent, missed: reminders.filter(({ sentAt }) => sentAt === null) };
}

/** Whether somebody may be written to at a moment, counted out afresh. */
function mayHear(plan: Plan, owner: Owner, chosen: Preferences, moment: Temporal.Instant): boolean {
  const { timeZone, opensAt, closesAt } = plan.settings;
  const day = todayIn(moment, timeZone);
  const time = moment.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const { quietFrom, quietTo, snoozedUntil, workDays } = chosen;
  const isQuiet =
    quietFrom !== null &&
    quietTo !== null &&
    (quietFrom < quietTo
      ? quietFrom <= time && time < quietTo
      : quietFrom !== quietTo && (time >= quietFrom || time < quietTo));
  const periods = plan.quietPeriods.filter(({ from, to }) => from <= day && day <= to);
  const groups = [
    ...owner.groups,
    ...plan.groups.flatMap(({ key, chair }) => (chair === owner.key ? key : [])),
  ];
  const inPeace =
    periods.some((period) => period.groups.length === 0) ||
    (groups.length > 0 && groups.every((group) => periods.some((period) => period.groups.includes(group))));
  return (
    isWorkingDay(day, plan.closures) &&
    workDays.includes(dayOfWeek(day)) &&
    (snoozedUntil === null || day >= snoozedUntil) &&
    !isAway(owner, day) &&
    !isQuiet &&
    !inPeace &&
    opensAt <= time &&
    time < closesAt
  );
}

/** The day for which an item is told: of its date, the working day after it, or the weekly one. */
function reasonDay(plan: Plan, due: string, on: string): string {
  if (due < on)
    return [weeklyDayUpTo(on, plan.closures) ?? '', nextWorkingDay(due, plan.closures)].toSorted()[1] ?? '';
  return [0, 1, 7, 14].map((days) => addDays(due, -days)).find((day) => day <= on) ?? '';
}

describe('ten years of reminders, whatever people choose and whenever clocks change', () => {
  const trials = { numRuns: 60 };

  test('nobody has two on what is one day by the clocks of any of their plans', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { sent } = live(life);
        for (const { zone } of life.plans) {
          const days = sent.map(({ subject, at: sentAt }) => `${subject} ${todayIn(sentAt, zone)}`);
          expect(new Set(days).size).toBe(days.length);
        }
      }),
      trials,
    );
  });

  test('none comes outside the hours and days of the plan that it is of, or of the person', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const preferences = preferencesOf(life);
        const wrong = live(life).sent.filter(({ subject, planId, at: sentAt }) => {
          const plan = plansOf(life).find(({ id }) => id === planId);
          const owner = plan?.owners.find(({ entraObjectId }) => entraObjectId === subject);
          const chosen = preferences.get(subject) ?? DEFAULT_PREFERENCES;
          return !plan || !owner || !mayHear(plan, owner, chosen, sentAt);
        });
        expect(wrong).toEqual([]);
      }),
      trials,
    );
  });

  test('nothing is told twice for the same day, what is overdue not twice in a week, and the chair hears only of what somebody was warned of', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const plans = plansOf(life);
        const told = new Set<string>();
        const warned = new Set<string>();
        for (const { content, on, subject } of live(life).sent) {
          for (const { planId, entries } of content.plans) {
            const plan = plans.find(({ id }) => id === planId);
            for (const { why, line, warns } of entries) {
              const item = `${planId} ${line.ref.key}`;
              const due = plan?.actions.find(({ key }) => key === line.ref.key)?.forecastDue ?? '';
              // Whoever was away hears themselves what another was told in their place.
              const toThem = `${subject} ${item} ${why === 'escalated'}`;
              const name = `${toThem} ${plan && reasonDay(plan, due, on)}`;
              if (why === 'escalated') expect(warned).toContain(item);
              const inWeek = `${toThem} in the week of ${addDays(on, 1 - dayOfWeek(on))}`;
              for (const once of why === 'overdue' ? [name, inWeek] : [name]) {
                expect(told).not.toContain(once);
                told.add(once);
              }
              if (warns) warned.add(item);
            }
          }
        }
      }),
      trials,
    );
  });

  test('what is due is told by its day, unless there was no day on which anybody could hear of it', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { sent, missed } = live({ ...life, plans: life.plans.slice(0, 1) });
        const [plan] = plansOf(life);
        const preferences = preferencesOf(life);
        if (plan === undefined) return;
        const { timeZone } = plan.settings;
        /** Whether on a day there was a minute in which the person of that day could be told. */
        const couldHear = (owner: Owner, day: string) => {
          const hearer = standInFor(plan, owner, day);
          const subject = hearer?.entraObjectId ?? '';
          const chosen = preferences.get(subject) ?? DEFAULT_PREFERENCES;
          if (hearer === null || chosen.muted.length > 0) return false;
          if (missed.some((past) => past.subject === subject && past.on === day)) return false;
          const minutes = Array.from({ length: 16 }, (_, half) => half * 30);
          return minutes.some((minute) =>
            mayHear(plan, hearer, chosen, momentAt(day, '09:00', timeZone).add({ minutes: minute })),
          );
        };
        for (const { key, owner: ownerKey, forecastDue } of plan.actions) {
          const due = forecastDue ?? '';
          const owner = plan.owners.find((one) => one.key === ownerKey);
          const days = Array.from({ length: 15 }, (_, back) => addDays(due, -back));
          // What somebody leaves out is not told to a deputy afterwards.
          const leavesOut = preferences.get(owner?.entraObjectId ?? '')?.muted ?? [];
          if (
            owner === undefined ||
            leavesOut.length > 0 ||
            !days.every((day) => day > life.start && day < addDays(life.start, LENGTH - 1))
          )
            continue;
          const isTold = sent.some(
            ({ on, content }) =>
              on <= due && content.plans[0]?.entries.some(({ line }) => line.ref.key === key),
          );
          if (days.some((day) => couldHear(owner, day))) expect([key, isTold]).toEqual([key, true]);
        }
      }),
      trials,
    );
  });
});
