import { describe, expect, test } from '@jest/globals';
import { LIST_NAMES } from '../../plan/glossary.ts';
import type { Database } from '../../store/database.ts';
import { readPlanVersion } from '../../store/plan-versions.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { refusal, withFaultyPlan } from './helpers/faulty-plan.ts';
import { PLAN_ID } from './helpers/sandbox-plan.ts';
import { tamper } from './helpers/tamper.ts';

const world = withFaultyPlan();

describe('a list that cannot be read', () => {
  test.each([
    [403, 'accessDenied', 'NO_ACCESS'],
    [429, 'activityLimitReached', 'OUT_OF_REACH'],
    [503, 'serviceNotAvailable', 'OUT_OF_REACH'],
  ] as const)(
    'with %s %s for hours: the others go on, it is noted, and read when it can be',
    async (status, code, trouble) => {
      const { itemId } = await world.recommendation(16);
      const reading = await world.site.addByHand('Readings', { Title: 'June', Value: 130 });
      world.answerDeltasOf('Readings', () => refusal(status, code));
      for (let hour = 1; hour <= 3; hour += 1) {
        world.later('PT1H');
        await world.site.editByHand('Recommendations', itemId, { LatestNote: `Hour ${hour} with ${status}` });
        await syncIn(world.deps, PLAN_ID);
        expect((await world.recommendation(16)).latestNote).toBe(`Hour ${hour} with ${status}`);
        expect(await world.troubles()).toEqual([['Readings', trouble, '']]);
      }
      expect((await world.planNow()).readings).toEqual([]);
      world.site.network = null;
      await syncIn(world.deps, PLAN_ID);
      expect((await world.planNow()).readings).toMatchObject([{ value: 130 }]);
      expect(await world.troubles()).toEqual([]);
      await world.site.deleteByHand('Readings', reading);
    },
  );

  test('because the whole site is out of reach is one trouble, not fifteen', async () => {
    await world.site.setFaults([{ kind: 'graph-outage' }]);
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([['', 'OUT_OF_REACH', '']]);
    await world.site.setFaults([]);
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([]);
  });

  test('because its site cannot even be opened is noted too, beside what was known of its lists', async () => {
    world.answerDeltasOf('Readings', () => refusal(403, 'accessDenied'));
    await syncIn(world.deps, PLAN_ID);
    const closed = {
      ...world.deps,
      siteListsOf: () => world.site.byHand.get('/sites/none.example:/sites/x') as Promise<never>,
    };
    await expect(syncIn(closed, PLAN_ID)).rejects.toMatchObject({ code: 'GRAPH' });
    expect(await world.troubles()).toEqual([
      ['', 'UNREADABLE', ''],
      ['Readings', 'NO_ACCESS', ''],
    ]);
  });
});

describe('what SharePoint says wrongly', () => {
  test('rows that come twice, first as they were: the last counts', async () => {
    const { itemId } = await world.recommendation(14);
    await world.site.editByHand('Recommendations', itemId, { LatestNote: 'First' });
    await world.site.editByHand('Recommendations', itemId, { LatestNote: 'Second' });
    await world.site.setFaults([{ kind: 'graph-duplicates' }]);
    await syncIn(world.deps, PLAN_ID);
    expect((await world.recommendation(14)).latestNote).toBe('Second');
  });

  test.each([true, false])(
    '410 is followed to a reading of everything, Location given: %s',
    async (location) => {
      const before = await world.planNow();
      const { itemId } = await world.recommendation(18);
      const noted = `Read from the start, ${location}`;
      await world.site.editByHand('Recommendations', itemId, { LatestNote: noted });
      await world.site.setFaults([{ kind: 'graph-resync', location }]);
      await syncIn(world.deps, PLAN_ID);
      expect((await world.recommendation(18)).latestNote).toBe(noted);
      expect((await world.planNow()).milestones).toEqual(before.milestones);
      expect(await world.troubles()).toEqual([]);
    },
  );

  test('410 with an address of somebody else is never asked there', async () => {
    const asked: string[] = [];
    const tampered = tamper({
      part: (url, answer) =>
        world.isDeltaOf('Milestones', url) && url.includes('token')
          ? { ...refusal(410, 'resyncRequired'), headers: { Location: 'https://elsewhere.example/v1.0/x' } }
          : answer,
    });
    world.site.network = (input, init) => {
      asked.push(new URL(String(input)).hostname);
      return tampered(input, init);
    };
    await syncIn(world.deps, PLAN_ID);
    expect(new Set(asked)).toEqual(new Set(['localhost']));
    expect(await world.troubles()).toEqual([]);
    expect((await world.planNow()).milestones.length).toBeGreaterThan(0);
  });

  test('an error in place of a row: the rows beside it count, nothing is deleted, and everything is read again', async () => {
    const kept = await world.site.addByHand('Readings', { Title: 'April', Value: 118 });
    const added = await world.site.addByHand('Readings', { Title: 'May', Value: 121 });
    await syncIn(world.deps, PLAN_ID);
    await world.site.deleteByHand('Readings', added);
    const { itemId } = await world.recommendation(17);
    await world.site.editByHand('Recommendations', itemId, { LatestNote: 'Beside an error' });
    // The deletion is what cannot be told.
    world.answerDeltasOf('Readings', (answer) => ({
      ...answer,
      body: { ...(answer.body as object), value: [{ error: { code: 'InternalServerError', message: 'x' } }] },
    }));
    await syncIn(world.deps, PLAN_ID);
    expect((await world.recommendation(17)).latestNote).toBe('Beside an error');
    expect((await world.planNow()).readings).toHaveLength(2);
    expect(await world.troubles()).toEqual([['Readings', 'ROWS_UNREAD', '']]);

    // Read from the start, and still an error: again in an hour, not every minute.
    await syncIn(world.deps, PLAN_ID);
    expect((await world.planNow()).readings).toHaveLength(2);
    world.site.network = null;
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([['Readings', 'ROWS_UNREAD', '']]);
    world.later('PT1H');
    await syncIn(world.deps, PLAN_ID);
    expect((await world.planNow()).readings).toMatchObject([{ title: 'April' }]);
    expect(await world.troubles()).toEqual([]);
    await world.site.deleteByHand('Readings', kept);
  });

  test('rows that the world.database does not take hold up their list alone', async () => {
    const { itemId } = await world.recommendation(25);
    await world.site.editByHand('Recommendations', itemId, { LatestNote: 'Beside a list that is not taken' });
    const added = await world.site.addByHand('Readings', { Title: 'Not taken', Value: 1 });
    await world.database.query(`ALTER TABLE mirror_readings ADD CONSTRAINT none CHECK (key = 'none')`);
    await syncIn(world.deps, PLAN_ID).finally(() =>
      world.database.query('ALTER TABLE mirror_readings DROP CONSTRAINT none'),
    );
    expect((await world.recommendation(25)).latestNote).toBe('Beside a list that is not taken');
    expect(await world.troubles()).toEqual([['Readings', 'UNREADABLE', '']]);
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([]);
    await world.site.deleteByHand('Readings', added);
  });

  test('the sandbox’s own page with an error heals by itself at the next reading', async () => {
    await world.site.setFaults([{ kind: 'graph-page-error', times: 1 }]);
    const { itemId } = await world.recommendation(17);
    await world.site.editByHand('Recommendations', itemId, { LatestNote: 'Beside the sandbox’s error' });
    await syncIn(world.deps, PLAN_ID);
    await syncIn(world.deps, PLAN_ID);
    expect((await world.recommendation(17)).latestNote).toBe('Beside the sandbox’s error');
    expect(await world.troubles()).toEqual([]);
  });
});

describe('a reading that is cut short', () => {
  test('goes on with the next page, deletes nothing half-way, and costs the pages that were left', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `Group met ${index}`);
    for (const titles of chunks(rows, 20))
      await world.site.byHand.batch(
        titles.map((Title) => ({
          method: 'POST' as const,
          path: `/sites/${world.site.site.id}/lists/${world.ids.get('Engagement log')}/items`,
          body: { fields: { Title } },
        })),
      );
    const countRows = async () =>
      (await world.database.query('SELECT 1 FROM mirror_engagement_log WHERE NOT deleted')).length;
    let pages = 0;
    world.answerDeltasOf('Engagement log', (answer) => {
      pages += 1;
      return pages === 3 ? refusal(500, 'generalException') : answer;
    });
    await syncIn(world.deps, PLAN_ID);
    expect(await countRows()).toBe(400);
    await syncIn(world.deps, PLAN_ID);
    expect(await countRows()).toBe(450);
    expect(pages).toBe(4);

    // From the start, and cut short: what was not read yet is still there.
    await world.database.query(`UPDATE sync_state SET delta_link = NULL WHERE list = 'Engagement log'`);
    pages = 1;
    await syncIn(world.deps, PLAN_ID);
    expect((await world.stateOf('Engagement log')).isFull).toBe(true);
    expect(await countRows()).toBe(450);
    await syncIn(world.deps, PLAN_ID);
    expect((await world.stateOf('Engagement log')).isFull).toBe(false);
    expect(await countRows()).toBe(450);
    const version = await readPlanVersion(world.database, PLAN_ID);

    // Steady: one changed row costs one call a list, and reads no more of the mirror than it needs.
    const statements: string[] = [];
    const seen = {
      ...world.database,
      query: watching(world.database.query),
      transaction: world.database.transaction,
    };
    const asked = await world.site.requestsOf(() => syncIn({ ...world.deps, database: seen }, PLAN_ID));
    expect(asked.map(({ parts }) => parts?.length)).toEqual([LIST_NAMES.length]);
    expect(await readPlanVersion(world.database, PLAN_ID)).toBe(version);
    expect(
      statements.filter((sql) => sql.includes('mirror_engagement_log') && !sql.includes('problems')),
    ).toEqual([]);

    function watching(query: Database['query']): Database['query'] {
      return (sql, values) => {
        statements.push(sql);
        return query.call(world.database, sql, values) as never;
      };
    }
  });
});

function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
