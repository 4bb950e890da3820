import type { Plan } from '../../../../plan/plan.ts';
import type { Group } from '../../../../plan/rows.ts';
import { afterAnswer, at, makeAction, makeReading, recommendation } from '../../../helpers/make-plan.ts';
import { makeSamplePlan } from '../../../helpers/make-sample-plan.ts';

/** Mondays: two weeks before the SEND Improvement Board first meets, and the day itself. */
export const FEBRUARY = at('2022-02-07T09:00:00Z');
export const FIRST_MEETING = '2022-02-14';

/** The board of the sample plan that meets every two months from 14 February 2022. */
export function sendBoard(plan: Plan): Group {
  const board = plan.groups.find(({ title }) => title === 'SEND Improvement Board');
  if (board === undefined) throw new Error('the sample plan has no SEND Improvement Board');
  return board;
}

/**
 * The sample plan after January's check-ins: one complete, one that waits for sign-off, one much later, one
 * blocked, one doubtful, one Red.
 */
export function makeEventfulPlan(): Plan {
  const sample = makeSamplePlan();
  const by = 'director@alp.example';
  const measure = sample.measures[0]?.key ?? null;
  let plan: Plan = {
    ...sample,
    actions: [makeAction({ key: 'action-7', group: 'SEND', owner: by, forecastDue: '2022-02-28' })],
    readings: [
      makeReading({ key: 'reading-1', measure, value: 78, on: '2022-01-10' }),
      makeReading({ key: 'reading-2', measure, value: 96, on: '2022-02-07' }),
    ],
  };
  const given = { by, now: at('2022-01-24T10:00:00Z') };
  plan = afterAnswer(plan, {
    ...given,
    by: chairOf(plan, 'rec-24'),
    ref: recommendation(24),
    stage: 'Complete',
    note: 'Panel agreed and minuted',
    evidenceUrl: 'https://alp.example/panel',
  });
  plan = afterAnswer(plan, {
    ...given,
    ref: recommendation(3),
    stage: 'Complete',
    note: 'Signed by all partners',
    evidenceUrl: 'https://alp.example/charter',
  });
  plan = afterAnswer(plan, {
    ...given,
    ref: recommendation(2),
    forecastDue: '2022-05-31',
    confidence: 'Amber',
    reason: 'Two schools still to comment',
  });
  plan = afterAnswer(plan, {
    ...given,
    ref: recommendation(4),
    stage: 'Waiting on others',
    blocker: 'Finance: who funds the data analyst',
  });
  plan = afterAnswer(plan, {
    ...given,
    ref: recommendation(10),
    confidence: 'Amber',
    reason: 'Staff absence',
    note: 'Cover from March',
  });
  return afterAnswer(plan, {
    ...given,
    ref: recommendation(12),
    confidence: 'Red',
    reason: 'No provider found',
    note: 'A second round of tenders opens in February',
  });
}

function chairOf(plan: Plan, key: string): string {
  const lead = plan.recommendations.find((row) => row.key === key)?.leadGroup;
  const chair = plan.groups.find((group) => group.key === lead)?.chair;
  if (!chair) throw new Error(`${key} has no group with a chair in the sample plan`);
  return chair;
}
