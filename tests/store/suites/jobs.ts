import { expect, test } from '@jest/globals';
import { startJobs } from '../../../store/jobs.ts';
import type { Suite } from './suite.ts';

export const jobsSuite: Suite = (open) => {
  test('runs the tick, is started again on what stands there, and stops without an error', async () => {
    const { database } = open();
    const errors: Error[] = [];
    const onError = (error: Error) => errors.push(error);
    const ticked = Promise.withResolvers<void>();
    const first = await startJobs(database, { tick: async () => ticked.resolve(), onError });
    // What the schedule does at the next full minute.
    await database.query(`INSERT INTO pgboss.job (name, policy) VALUES ('tick', 'exclusive')`);
    await ticked.promise;
    await first.stop();
    const again = await startJobs(database, { tick: async () => {}, onError });
    const schedules = await database.query('SELECT name, cron FROM pgboss.schedule');
    await again.stop();
    expect(schedules).toEqual([{ name: 'tick', cron: '* * * * *' }]);
    expect(errors).toEqual([]);
    // The database is the caller's and stays open.
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
};
