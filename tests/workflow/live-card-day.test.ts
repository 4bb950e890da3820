import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runDue } from '../../workflow/run-due.ts';
import { makePlan, makeRecommendation } from '../helpers/make-plan.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { letRest } from './helpers/live-card.ts';
import { makeDeps } from './helpers/make-deps.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened?.close());

test('an open card says how many days are left as of today, and is drawn for it once a day', async () => {
  const { database } = opened;
  const due = { baselineDue: '2022-01-12', forecastDue: '2022-01-12', duePrecision: 'Day' } as const;
  await fillMirror(database, makePlan({ recommendations: [makeRecommendation({ number: 3, ...due })] }));
  const deps = makeDeps({ database });
  const dueInAt = async (instant: string) => {
    deps.setClock(instant);
    await letRest(database);
    await runDue(deps);
    return deps.messenger.updated.map(({ content }) =>
      content.kind === 'check-in' ? content.asked[0]?.dueIn : null,
    );
  };
  await dueInAt('2022-01-07T09:00:00Z');
  await dueInAt('2022-01-07T12:00:00Z');
  const before = deps.messenger.updated.length;
  expect((await dueInAt('2022-01-10T08:00:00Z')).slice(before)).toEqual(['in 2 days']);
  expect((await dueInAt('2022-01-10T08:01:00Z')).slice(before)).toEqual(['in 2 days']);
});
