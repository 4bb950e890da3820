import { describe, expect, test } from '@jest/globals';
import { applyImpact } from '../../../plan/co-production/impact.ts';
import { impactOf } from '../../../plan/co-production/impact-due.ts';
import { impactLines } from '../../../plan/co-production/impact-lines.ts';
import type { ImpactInput } from '../../../plan/content.ts';
import type { Plan } from '../../../plan/plan.ts';
import { impactChecks } from '../../../plan/reminders/impact-check.ts';
import type { Owner } from '../../../plan/rows.ts';
import { at, itemIn, makeRecommendation, makeUpdate } from '../../helpers/make-plan.ts';
import { readOn } from '../../helpers/reminder-plan.ts';
import { donePlan, person, THIRD } from './helpers/reference-plan.ts';

/** Recommendation 3 is complete since Fri 10 Dec 2021. */
const complete = (over: Partial<Plan> = {}, recommendation: Parameters<typeof makeRecommendation>[0] = {}) =>
  donePlan({
    recommendations: [
      makeRecommendation({ stage: 'Complete', completedOn: '2021-12-10', ...recommendation }),
    ],
    updates: [makeUpdate({ at: '2021-12-10T10:00:00Z', stage: 'Complete' })],
    ...over,
  });

const standingOn = (plan: Plan, day: string) => {
  const standing = impactOf(plan, itemIn(plan, THIRD), day);
  return standing && `${standing.dueOn} (${standing.months}) ${standing.state}`;
};

const check = (
  over: Partial<ImpactInput> = {},
  {
    plan = complete(),
    by = 'owner',
    now = '2022-03-14T09:00:00Z',
  }: { readonly plan?: Plan; readonly by?: string | Owner; readonly now?: string } = {},
) =>
  applyImpact({
    plan,
    item: itemIn(plan, THIRD),
    input: { ref: THIRD, answer: 'It works', words: 'Exclusions have halved', evidenceUrl: '', ...over },
    by: typeof by === 'string' ? person(by) : by,
    submissionName: 'one',
    now: at(now),
  });

/** The plan after somebody said something at a check. */
const afterCheck = (plan: Plan, outcome: ReturnType<typeof check>): Plan => {
  if (outcome.problems !== undefined) throw new Error(JSON.stringify(outcome.problems));
  const recommendations = plan.recommendations.map((row) => ({ ...row, ...outcome.changes }));
  return { ...plan, recommendations, updates: [...plan.updates, outcome.update] } as Plan;
};

describe('when something complete is looked at', () => {
  test('three months after it was completed, until somebody says', () => {
    expect(standingOn(complete(), '2022-03-09')).toBe('2022-03-10 (3) coming');
    expect(standingOn(complete(), '2022-03-10')).toBe('2022-03-10 (3) due');
    expect(standingOn(complete(), '2022-08-01')).toBe('2022-03-10 (3) due');
  });

  test('not yet is looked at again after six months, twelve, and then each year', () => {
    const notYet = (plan: Plan, now: string) => afterCheck(plan, check({ answer: 'Not yet' }, { plan, now }));
    const first = notYet(complete(), '2022-03-14T09:00:00Z');
    expect(standingOn(first, '2022-03-15')).toBe('2022-06-10 (6) coming');
    const second = notYet(first, '2022-06-13T09:00:00Z');
    expect(standingOn(second, '2022-06-14')).toBe('2022-12-10 (12) coming');
    const third = notYet(second, '2022-12-12T09:00:00Z');
    expect(standingOn(third, '2022-12-13')).toBe('2023-12-10 (24) coming');
  });

  test('the day is that of its update where the row has none; without either there is no check', () => {
    expect(standingOn(complete({}, { completedOn: null }), '2022-03-10')).toBe('2022-03-10 (3) due');
    expect(standingOn(complete({ updates: [] }, { completedOn: null }), '2022-03-10')).toBeNull();
  });

  test.each(['In progress', 'Done awaiting sign-off', 'Embedded', 'Withdrawn'] as const)(
    'what is %s has none',
    (stage) => {
      expect(standingOn(complete({}, { stage }), '2022-03-10')).toBeNull();
    },
  );

  test('the end of a month stays in its month', () => {
    expect(standingOn(complete({}, { completedOn: '2021-11-30' }), '2022-02-28')).toBe('2022-02-28 (3) due');
  });
});

describe('what is said at a check', () => {
  test('its owner says that it works: it waits for somebody else, who embeds it', () => {
    const first = check();
    expect(first).toMatchObject({
      changes: { latestNote: 'Impact check: it works: Exclusions have halved' },
      update: { stage: 'Complete', previousStage: 'Complete', by: 'owner' },
      words: expect.stringMatching(/is embedded once somebody else says too/),
    });
    const plan = afterCheck(complete(), first);
    expect(standingOn(plan, '2022-03-14')).toBe('2022-03-10 (3) to confirm');
    expect(check({}, { plan }).problems).toMatchObject([{ field: 'answer' }]);
    for (const by of ['chair', 'manager'])
      expect(check({}, { plan, by, now: '2022-03-15T09:00:00Z' })).toMatchObject({
        changes: { stage: 'Embedded' },
        update: { stage: 'Embedded', previousStage: 'Complete' },
      });
  });

  test('the chair’s word is enough: the owner does not sign their own work off', () => {
    const outcome = check({}, { by: 'chair' });
    expect(outcome).toMatchObject({ changes: { stage: 'Embedded' } });
    expect(outcome.changes).not.toHaveProperty('completedOn');
  });

  test('the group that signed it off may say so too', () => {
    expect(check({}, { by: 'parent' }).problems).toMatchObject([{ field: 'ref' }]);
    const plan = complete({}, { signOffBy: 'parents' });
    expect(check({}, { by: 'parent', plan })).toMatchObject({ changes: { stage: 'Embedded' } });
  });

  test('of what nobody owns two people say so', () => {
    const plan = complete({}, { owner: null });
    const first = afterCheck(plan, check({}, { plan, by: 'chair' }));
    expect(first.recommendations[0]?.stage).toBe('Complete');
    expect(check({}, { plan: first, by: 'manager' })).toMatchObject({ changes: { stage: 'Embedded' } });
  });

  test('people of the group that was asked are one voice of which nobody is named', () => {
    const plan = complete({}, { owner: null, signOffBy: 'parents' });
    const first = check({}, { plan, by: 'parent' });
    expect(first).toMatchObject({
      changes: { latestNote: 'Impact check by Parents and carers: it works: Exclusions have halved' },
      update: { by: null, stage: 'Complete' },
    });
    const after = afterCheck(plan, first);
    expect(impactLines(after, person('chair'), '2022-03-15')[0]?.words).toMatch(
      /^Parents and carers said on 14 Mar 2022 that it works;/,
    );
    const second = { ...person('parent'), key: 'another' };
    const asked = { ...after, owners: [...after.owners, second] };
    expect(check({}, { plan: asked, by: second }).problems).toEqual([
      { field: 'answer', message: 'Your group said so already. Somebody else has to say so too.' },
    ]);
    for (const by of ['facilitator', 'chair'])
      expect(check({}, { plan: asked, by })).toMatchObject({ update: { by, stage: 'Embedded' } });
    expect(impactChecks(asked, '2022-03-21').map(({ to }) => to)).toEqual(['facilitator', 'chair']);
    const reopened = check(
      { answer: 'It no longer works', words: 'Places were lost' },
      { plan, by: 'parent' },
    );
    expect(reopened.update).toMatchObject({
      by: null,
      reason: 'Impact check by Parents and carers: it no longer works: Places were lost',
    });
  });

  test('it no longer works: open again, at any time, with why', () => {
    const said = { answer: 'It no longer works', words: 'Places were lost' };
    expect(check(said, { now: '2022-01-10T09:00:00Z' })).toMatchObject({
      changes: { stage: 'In progress', completedOn: null },
      update: { reason: 'Impact check: it no longer works: Places were lost', by: 'owner' },
    });
  });

  test.each([
    [{ answer: '' }, {}, ['answer']],
    [{ words: '' }, {}, ['words']],
    [{ words: '', answer: 'Not yet' }, {}, ['words']],
    [{ evidenceUrl: 'the survey' }, {}, ['evidenceUrl']],
    [{ words: 'Tom Jones, born 3/4/2011, is back' }, {}, ['words']],
    [{}, { now: '2022-03-01T09:00:00Z' }, ['answer']],
    [{}, { by: 'other' }, ['ref']],
    [{}, { plan: complete({}, { stage: 'In progress' }) }, ['ref']],
  ])('%j %j can’t be taken', (over, asked, fields) => {
    expect(check(over, asked).problems?.map(({ field }) => field)).toEqual(fields);
  });

  test('a link is enough to show it', () => {
    expect(check({ words: '', evidenceUrl: 'https://example.org/survey' })).toMatchObject({
      changes: { evidenceUrl: 'https://example.org/survey', latestNote: 'Impact check: it works' },
    });
  });
});

describe('who is asked', () => {
  const readers = (plan: Plan, day: string) =>
    readOn(plan, day).filter((words) => words.includes('impact check'));

  test('its owner and the chair of its group, on the first working day from then on', () => {
    expect(readers(complete(), '2022-03-09')).toEqual([]);
    expect(readers(complete(), '2022-03-10')).toEqual(
      ['owner', 'chair'].map(
        (key) => `${key}: impact check: Its impact check, 3 months on, is due since Thu 10 Mar 2022.`,
      ),
    );
  });

  test('somebody else, once one of them says that it works', () => {
    const plan = afterCheck(complete({}, { signOffBy: 'parents' }), check());
    expect(readers(plan, '2022-03-21')).toEqual(
      ['chair', 'facilitator', 'parent'].map((key) =>
        expect.stringContaining(`${key}: impact check: SEND group owner said on 14 Mar 2022 that it works;`),
      ),
    );
  });

  test('the page tells when the next check is due', () => {
    expect(impactLines(complete(), person('owner'), '2022-03-01')).toMatchObject([
      {
        label: '3',
        completedOnWords: '10 Dec 2021',
        dueOn: '2022-03-10',
        afterWords: '3 months on',
        state: 'coming',
        words: 'Its impact check, 3 months on, is on Thu 10 Mar 2022.',
        mayCheck: true,
      },
    ]);
    expect(impactLines(complete(), person('other'), '2022-03-10')).toMatchObject([
      { state: 'due', mayCheck: false },
    ]);
  });
});
