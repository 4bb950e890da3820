import { describe, expect, test } from '@jest/globals';
import { dueNotices, nextNoticeAt } from '../../plan/notices/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { at, makeAction, makeGroup, makePlan, makeRecommendation } from '../helpers/make-plan.ts';

const namesAt = (plan: Plan, instant: string) =>
  dueNotices({ plans: [plan], now: at(instant) }).map(
    ({ kind, subject, period }) => `${kind} ${subject} ${period}`,
  );
/** An action due on an exact day, in a group that does not meet. */
const dueOn = (forecastDue: string) =>
  makePlan({
    groups: [makeGroup({ everyWeeks: null })],
    actions: [makeAction({ forecastDue, baselineDue: forecastDue })],
  });

describe('the next moment', () => {
  const nextAfter = (plan: Plan, now: string) =>
    nextNoticeAt({ plans: [plan], now: at(now) })?.toString() ?? null;

  test('is a check-in’s opening, its closing, then the digest', () => {
    const plan = makePlan();
    expect(nextAfter(plan, '2022-01-20T09:00:00Z')).toBe('2022-01-21T09:00:00Z');
    expect(nextAfter(plan, '2022-01-21T09:00:00Z')).toBe('2022-01-25T17:00:00Z');
    expect(nextAfter(plan, '2022-01-25T17:00:00Z')).toBe('2022-01-26T09:00:00Z');
  });

  test('or a reminder or alert that comes before it', () => {
    expect(nextAfter(dueOn('2022-03-11'), '2022-02-20T12:00:00Z')).toBe('2022-02-25T09:00:00Z');
    // A week before, no alert stands beside the reminder.
    for (const day of ['01', '02', '03'])
      expect(nextAfter(dueOn('2022-03-11'), `2022-03-${day}T18:00:00Z`)).toBe('2022-03-04T09:00:00Z');
    expect(nextAfter(dueOn('2022-06-10'), '2022-05-20T12:00:00Z')).toBe('2022-05-27T08:00:00Z');
  });

  test('is none where nothing comes within 60 days', () => {
    expect(nextAfter(dueOn('2022-12-01'), '2022-05-20T12:00:00Z')).toBeNull();
    expect(nextAfter(makePlan({ groups: [] }), '2022-05-20T12:00:00Z')).toBeNull();
  });

  test('following it from one to the next misses nothing that becomes due', () => {
    const plan = makePlan({ recommendations: [makeRecommendation()], actions: [makeAction()] });
    const seen = new Set<string>();
    const everyHour = new Set<string>();
    const end = at('2022-04-05T00:00:00Z');
    for (
      let now: Temporal.Instant | null = at('2022-02-20T12:00:00Z');
      now && Temporal.Instant.compare(now, end) < 0;
      now = nextNoticeAt({ plans: [plan], now })
    ) {
      for (const name of namesAt(plan, now.toString())) seen.add(name);
    }
    for (
      let now = at('2022-02-20T12:00:00Z');
      Temporal.Instant.compare(now, end) < 0;
      now = now.add({ hours: 1 })
    ) {
      for (const name of namesAt(plan, now.toString())) everyHour.add(name);
    }
    expect([...seen].toSorted()).toEqual([...everyHour].toSorted());
    expect(seen.size).toBeGreaterThan(8);
  });
});
