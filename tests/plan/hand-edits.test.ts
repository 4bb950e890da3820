import { describe, expect, test } from '@jest/globals';
import { alertsOn, buildAlert } from '../../plan/alerts/index.ts';
import { itemAsOf } from '../../plan/as-of.ts';
import { completedIn } from '../../plan/changes.ts';
import { type HandEdit, isHandEdit, isToldOf, updateOfEdit } from '../../plan/hand-edits.ts';
import { historyOf } from '../../plan/history.ts';
import { itemsOf } from '../../plan/items.ts';
import type { ItemRef, Plan } from '../../plan/plan.ts';
import { indexOf } from '../../plan/plan-index.ts';
import { isStale } from '../../plan/schedule.ts';
import {
  afterAnswer,
  at,
  itemIn,
  makeAction,
  makeGroup,
  makeMeeting,
  makeMilestone,
  makePlan,
  makeRecommendation,
  makeUpdate,
  recommendation,
} from '../helpers/make-plan.ts';

type Values = HandEdit['after'];
/** Somebody changes an item's row in SharePoint, and it is read at `readAt`, by default a minute later. */
function afterEdit(
  plan: Plan,
  ref: ItemRef,
  fields: Partial<Values> & { readonly completedOn?: string | null },
  {
    when,
    readAt,
    by = null,
  }: { readonly when: string; readonly readAt?: string; readonly by?: string | null },
): Plan {
  const lists = { Recommendations: 'recommendations', Actions: 'actions', Milestones: 'milestones' } as const;
  const rows: readonly { readonly key: string; readonly itemId: number | null }[] = plan[lists[ref.list]];
  const before = rows.find(({ key }) => key === ref.key);
  if (!before) throw new Error(`no ${ref.list} ${ref.key} in the plan of this test`);
  const values = before as unknown as Values;
  const edit = { ref, itemId: before.itemId ?? 0, before: values, after: { ...values, ...fields } };
  const now = readAt === undefined ? at(when).add({ minutes: 1 }) : at(readAt);
  const update = updateOfEdit(
    plan,
    { ...edit, version: when, at: when, by },
    indexOf(plan).updatesOf(ref).at(-1),
    now,
  );
  const changed = rows.map((row) => (row.key === ref.key ? { ...row, ...fields } : row));
  return { ...plan, [lists[ref.list]]: changed, updates: [...plan.updates, update] } as Plan;
}
const lastOf = (plan: Plan, ref: ItemRef) => indexOf(plan).updatesOf(ref).at(-1);

const quiet = makeGroup({ everyWeeks: null });
const third = recommendation(3);
const finance = makeGroup({ key: 'finance', title: 'Finance', everyWeeks: null });
const base = makePlan({ groups: [quiet, finance], recommendations: [makeRecommendation()] });

describe('an edit in SharePoint', () => {
  test.each([
    ['stage', { stage: 'Complete' as const }, true],
    ['confidence', { confidence: 'Red' as const }, true],
    ['forecast', { forecastDue: '2022-12-31' }, true],
    ['a forecast that is taken out', { forecastDue: null }, true],
    ['what waits', { blocker: 'Money' }, false],
    ['nothing', {}, false],
  ])('may be of %s', (_what, fields, isTold) => {
    const row = makeRecommendation({ forecastDue: '2022-03-31' });
    expect(isToldOf(row, { ...row, ...fields })).toBe(isTold);
  });

  test('says what stood before and what stands, and nothing that nobody said', () => {
    const plan = afterEdit(base, third, { stage: 'Complete' }, { when: '2022-02-01T10:00:00Z' });
    const update = lastOf(plan, third);
    expect(update).toMatchObject({
      title: '3: Complete, changed in SharePoint',
      at: '2022-02-01T10:00:00Z',
      by: null,
      meeting: null,
      previousStage: itemIn(base, third).stage,
      stage: 'Complete',
      note: null,
      reason: null,
      answerId: 'sharepoint/Rrec-3/2022-02-01T10:00:00Z/stage',
    });
    expect(isHandEdit(update ?? { answerId: null })).toBe(true);
    expect(isHandEdit(makeUpdate())).toBe(false);
  });

  test('keeps what was written with it, and not what stood there before', () => {
    const edit = { stage: 'In progress' as const, latestNote: 'The supplier has not given a date' };
    const first = afterEdit(base, third, edit, { when: '2022-02-01T10:00:00Z' });
    expect(lastOf(first, third)?.note).toBe('The supplier has not given a date');
    const later = { stage: 'Complete' as const, latestNote: 'Done and published' };
    const second = afterEdit(first, third, later, { when: '2022-03-01T10:00:00Z' });
    expect(itemAsOf(second, itemIn(second, third), at('2022-02-15T10:00:00Z')).latestNote).toBe(
      edit.latestNote,
    );
    const last = afterEdit(second, third, { confidence: 'Green' }, { when: '2022-03-02T10:00:00Z' });
    expect(lastOf(last, third)?.note).toBeNull();
  });

  test('comes after every update there is, and never after it was read', () => {
    const answered = afterAnswer(base, {
      ref: third,
      stage: 'Waiting on others',
      blocker: 'Money',
      now: at('2022-02-01T10:00:00.5Z'),
    });
    const edit = { confidence: 'Red' as const };
    const early = afterEdit(answered, third, edit, {
      when: '2022-02-01T09:59:59Z',
      readAt: '2022-02-01T10:05Z',
    });
    expect(lastOf(early, third)).toMatchObject({ at: '2022-02-01T10:00:00.501Z', confidence: 'Red' });
    const ahead = afterEdit(base, third, edit, { when: '2022-02-01T12:00:00Z', readAt: '2022-02-01T10:05Z' });
    expect(lastOf(ahead, third)?.at).toBe('2022-02-01T10:05:00Z');
  });

  test('leaves what an item waits on as it was said, until it goes on', () => {
    const waiting = afterAnswer(base, { ref: third, waitingOn: 'finance', blocker: 'Who pays' });
    const plan = afterEdit(waiting, third, { confidence: 'Amber' }, { when: '2022-02-01T10:00:00Z' });
    expect(itemIn(plan, third)).toMatchObject({ waitingOn: 'finance', blocker: 'Who pays' });
    const released = afterEdit(plan, third, { stage: 'In progress' }, { when: '2022-02-02T10:00:00Z' });
    expect(itemIn(released, third)).toMatchObject({ waitingOn: null, blocker: null });
  });

  test('of a milestone leaves its confidence as it was said', () => {
    const ref: ItemRef = { list: 'Milestones', key: makeMilestone().key };
    const said = afterAnswer(makePlan({ milestones: [makeMilestone()] }), {
      ref,
      confidence: 'Amber',
      reason: 'Staff',
    });
    const plan = afterEdit(said, ref, { forecastDue: '2022-12-31' }, { when: '2022-02-01T10:00:00Z' });
    expect(lastOf(plan, ref)).toMatchObject({ previousConfidence: 'Amber', confidence: 'Amber' });
    expect(itemIn(plan, ref).confidence).toBe('Amber');
  });

  test('is said in the history by whoever made it, or by where it was made', () => {
    const byOwner = afterEdit(
      base,
      third,
      { confidence: 'Red' },
      { when: '2022-02-01T10:00:00Z', by: 'owner' },
    );
    const nameless = afterEdit(byOwner, third, { confidence: 'Amber' }, { when: '2022-02-02T10:00:00Z' });
    const name = base.owners.find(({ key }) => key === 'owner')?.title;
    expect(historyOf(nameless, itemIn(nameless, third)).map(({ byName }) => byName)).toEqual([
      'Changed in SharePoint',
      `${name}, in SharePoint`,
    ]);
  });

  test('is a word on the item: it is stale no more', () => {
    const meetings = ['2022-01-10', '2022-01-24', '2022-02-07'].map((day) =>
      makeMeeting({ key: day, startsAt: `${day}T10:00:00Z`, state: 'Closed' }),
    );
    const now = at('2022-02-08T10:00:00Z');
    const plan = { ...base, meetings };
    expect(isStale(plan, itemIn(plan, third), now)).toBe(true);
    const edited = afterEdit(plan, third, { confidence: 'Green' }, { when: '2022-02-01T10:00:00Z' });
    expect(isStale(edited, itemIn(edited, third), now)).toBe(false);
  });
});

describe('past days', () => {
  const start = makePlan({
    recommendations: [makeRecommendation({ stage: null, forecastDue: '2022-03-31' })],
  });
  const asOf = (plan: Plan, day: string) => {
    const { stage, confidence, forecastDue, completedOn } = itemAsOf(
      plan,
      itemIn(plan, third),
      at(`${day}T12:00Z`),
    );
    return [stage, confidence, forecastDue, completedOn];
  };

  test('are as they stood between edits and answers, in whatever order they were made', () => {
    let plan = afterEdit(start, third, { stage: 'In progress' }, { when: '2022-01-12T10:00:00Z' });
    plan = afterAnswer(plan, { ref: third, confidence: 'Green', now: at('2022-01-14T10:00:00Z') });
    plan = afterEdit(plan, third, { forecastDue: '2022-06-30' }, { when: '2022-01-17T10:00:00Z' });
    plan = afterEdit(plan, third, { stage: 'Complete' }, { when: '2022-01-19T10:00:00Z' });
    plan = afterEdit(plan, third, { stage: 'Embedded' }, { when: '2022-01-21T10:00:00Z' });
    plan = afterEdit(plan, third, { stage: 'In progress' }, { when: '2022-01-25T10:00:00Z' });
    expect(['11', '12', '14', '17', '19', '21', '25'].map((day) => asOf(plan, `2022-01-${day}`))).toEqual([
      [null, null, '2022-03-31', null],
      ['In progress', null, '2022-03-31', null],
      ['In progress', 'Green', '2022-03-31', null],
      ['In progress', 'Green', '2022-06-30', null],
      ['Complete', 'Green', '2022-06-30', '2022-01-19'],
      ['Embedded', 'Green', '2022-06-30', '2022-01-19'],
      ['In progress', 'Green', '2022-06-30', null],
    ]);
  });

  test('keep the day that the row gives for as long as it stays done', () => {
    const done = { stage: 'Complete' as const, completedOn: '2022-01-05' };
    let plan = afterEdit(start, third, done, { when: '2022-01-12T10:00:00Z' });
    plan = afterEdit(plan, third, { confidence: 'Green' }, { when: '2022-01-14T10:00:00Z' });
    expect(asOf(plan, '2022-01-13')).toEqual(['Complete', null, '2022-03-31', '2022-01-05']);
  });

  test('tell what was completed by hand, with a day or without', () => {
    const period = { from: at('2022-01-10T00:00:00Z'), to: at('2022-01-24T00:00:00Z') };
    const edited = (fields: object) =>
      afterEdit(start, third, { stage: 'Complete', ...fields }, { when: '2022-01-12T10:00:00Z' });
    for (const plan of [edited({}), edited({ completedOn: '2022-01-03' })])
      expect(completedIn(plan, itemsOf(plan), period)).toHaveLength(1);
    const later = { from: period.to, to: at('2022-02-07T00:00:00Z') };
    expect(completedIn(edited({}), itemsOf(edited({})), later)).toEqual([]);
  });
});

describe('alerts', () => {
  const saidOn = (plan: Plan, day: string, group = quiet) =>
    buildAlert(plan, group, day, at(`${day}T09:00:00Z`))?.entries.map(({ what, whenWords }) => [
      what,
      whenWords,
    ]);
  const ref: ItemRef = { list: 'Actions', key: makeAction().key };
  const start = makePlan({
    groups: [quiet, finance],
    recommendations: [],
    actions: [makeAction({ baselineDue: '2022-06-30', forecastDue: '2022-06-30', stage: 'In progress' })],
  });

  test('tell of a slip that was typed into SharePoint, once', () => {
    const plan = afterEdit(start, ref, { forecastDue: '2022-09-30' }, { when: '2022-01-12T10:00:00Z' });
    expect(saidOn(plan, '2022-01-12')).toBeUndefined();
    expect(saidOn(plan, '2022-01-13')).toMatchObject([['slipped', expect.stringContaining('30 Sep 2022')]]);
    expect(saidOn(plan, '2022-01-14')).toBeUndefined();
  });

  test('tell both groups of what no longer waits', () => {
    const waiting = afterEdit(
      start,
      ref,
      { stage: 'Waiting on others', waitingOn: 'finance', blocker: 'Who pays' },
      { when: '2022-01-11T10:00:00Z' },
    );
    const plan = afterEdit(
      waiting,
      ref,
      { stage: 'In progress', waitingOn: null, blocker: null },
      { when: '2022-01-13T10:00:00Z' },
    );
    expect(alertsOn(plan, '2022-01-13').size).toBe(0);
    expect(saidOn(plan, '2022-01-14')).toEqual([['unblocked', 'no longer waits on Finance']]);
    expect(saidOn(plan, '2022-01-14', finance)).toEqual([
      ['unblocked', `${quiet.title} no longer waits on this group`],
    ]);
  });

  test.each([
    ['without a day', null, 'on Wed 12 Jan 2022'],
    ['with one that is long past', '2021-12-01', 'on Wed 1 Dec 2021'],
  ])('tell of what was marked complete %s, the day after', (_how, completedOn, words) => {
    const plan = afterEdit(start, ref, { stage: 'Complete', completedOn }, { when: '2022-01-12T10:00:00Z' });
    expect(saidOn(plan, '2022-01-12')).toBeUndefined();
    expect(saidOn(plan, '2022-01-13')).toEqual([['reached', words]]);
    expect(saidOn(plan, '2022-01-14')).toBeUndefined();
  });
});
