import { expect, test } from '@jest/globals';
import { buildOverview } from '../../../plan/dashboard/build-overview.ts';
import { type ItemFilter, NO_FILTER } from '../../../plan/filter/filter.ts';
import { filterOverview, itemsOf } from '../../../plan/filter/filter-overview.ts';
import { SHOWS } from '../../../plan/filter/shows.ts';
import { RAGS, STAGES } from '../../../plan/glossary.ts';
import type { Plan } from '../../../plan/plan.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeGroup,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../../helpers/make-plan.ts';

const viewer = makeOwner({ key: 'viewer', title: 'Director' });
const finance = makeGroup({ key: 'finance', title: 'Finance' });
const OF_FINANCE = [2, 4, 5, 7, 9, 10, 12];

/** Items at every stage and of every colour in two groups, some of which have moved. */
function wholePlan(): Plan {
  const groupOf = (number: number) => (OF_FINANCE.includes(number) ? 'finance' : 'send');
  let plan = makePlan({
    groups: [makeGroup(), finance],
    recommendations: Array.from({ length: 14 }, (_, at) =>
      makeRecommendation({
        number: at + 1,
        leadGroup: groupOf(at + 1),
        stage: STAGES[at % STAGES.length] ?? null,
        confidence: RAGS[at % RAGS.length] ?? null,
        ...(at % 5 === 0
          ? { baselineDue: null, forecastDue: null }
          : { baselineDue: '2022-03-15', forecastDue: at % 2 === 0 ? '2022-03-15' : '2022-05-31' }),
      }),
    ),
    actions: STAGES.map((stage, at) =>
      makeAction({ key: `a${at}`, itemId: at, stage, group: groupOf(at), owner: 'viewer' }),
    ),
  });
  const now = at('2022-03-10T10:00:00Z');
  plan = afterAnswer(plan, { ref: recommendation(2), now, waitingOn: 'send' });
  plan = afterAnswer(plan, { ref: recommendation(9), now, by: 'chair', stage: 'Complete', note: 'Signed' });
  plan = afterAnswer(plan, { ref: recommendation(3), now, confidence: 'Red', reason: 'No supplier' });
  return plan;
}

/** The same without what the other group leads. */
function financesPlan(plan: Plan): Plan {
  return {
    ...plan,
    recommendations: plan.recommendations.filter(({ leadGroup }) => leadGroup === 'finance'),
    actions: plan.actions.filter(({ group }) => group === 'finance'),
  };
}

const seen = (plan: Plan) =>
  buildOverview(plan, { viewer, on: null, since: '2022-03-07' }, at('2022-03-21T09:00:00Z'));
const filtered = (filter: Partial<ItemFilter>) =>
  filterOverview(seen(wholePlan()), { ...NO_FILTER, ...filter });

test('a part of a plan has the sentence and the figures that it would have alone', () => {
  const alone = seen(financesPlan(wholePlan()));
  const { headline, counts, before, total, byStage, figures } = filtered({ group: 'Finance' });
  expect({ headline, counts, before, total, byStage }).toEqual({
    headline: alone.headline,
    counts: alone.counts,
    before: alone.before,
    total: alone.total,
    byStage: alone.byStage,
  });
  expect(before).not.toEqual(counts);
  for (const show of SHOWS) expect([show, figures[show].now]).toEqual([show, alone.figures[show].now]);
});

test('colour, stage and the like narrow down what is listed, and leave its figures', () => {
  const part = filtered({ group: 'Finance' });
  const red = filtered({ group: 'Finance', colour: 'Red', list: 'Recommendations' });
  expect(red.counts).toEqual(part.counts);
  expect(itemsOf(red)).toHaveLength(part.counts.red);
  expect(filtered({ colour: 'Red' }).headline).toBe(seen(wholePlan()).headline);
});

test('a part in which nothing is says so', () => {
  const { headline, total } = filtered({ text: 'nowhere' });
  expect([headline, total]).toEqual(['No recommendation is among them.', 0]);
});
