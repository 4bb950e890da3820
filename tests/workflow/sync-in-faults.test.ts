import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ListName } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import { countUnwritten, queueWrite } from '../../store/outbox.ts';
import { readPlanVersion } from '../../store/plan-versions.ts';
import { readHeldLists, readSyncStates } from '../../store/sync-state.ts';
import { readTroubles } from '../../store/troubles.ts';
import { acceptList } from '../../workflow/lists/accept-list.ts';
import { syncIn } from '../../workflow/lists/sync-in.ts';
import { writeBack } from '../../workflow/lists/write-back.ts';
import { emptyDatabase, letTimePass, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import type { TestProcess } from './helpers/make-deps.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from './helpers/sandbox-plan.ts';
import { type PartAnswer, tamper } from './helpers/tamper.ts';

let site: SandboxPlan;
let opened: TestDatabase;
let database: Database;
let deps: TestProcess;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
  [site, opened] = await Promise.all([startSandboxPlan(), openTestDatabase()]);
  database = opened.database;
  await site.importSample({ apply: true });
  const page = await site.byHand.get(`/sites/${site.site.id}/lists?$select=id,displayName`);
  const { value } = page as { value: { id: string; displayName: string }[] };
  ids = new Map(value.map(({ id, displayName }) => [displayName, id]));
}, 120_000);
afterAll(async () => {
  await opened?.close();
  await site?.stop();
});
/** A new database, into which everything has been read once. */
beforeEach(async () => {
  await emptyDatabase(database);
  deps = await site.startProcess(database);
  await syncIn(deps, PLAN_ID);
}, 60_000);
afterEach(async () => {
  site.network = null;
  await site.setFaults([]);
});

const planNow = async (): Promise<Plan> => {
  const plan = await deps.plans.get(PLAN_ID);
  if (plan === null) throw new Error('the plan is not there');
  return plan;
};
const stateOf = async (list: ListName) => {
  const state = (await readSyncStates(database, PLAN_ID)).find((one) => one.list === list);
  if (state === undefined) throw new Error(`${list} was never read`);
  return state;
};
const troubles = async () =>
  (await readTroubles(database, PLAN_ID))
    .filter(({ code }) => code !== 'ROW')
    .map(({ list, code, subject }) => [list, code, subject]);
const later = (duration: string) =>
  deps.setClock(deps.clock.now().add(Temporal.Duration.from(duration)).toString());
const isDeltaOf = (list: ListName, url: string) => url.includes(`/lists/${ids.get(list)}/items/delta`);
const error = (status: number, code: string): PartAnswer => ({
  status,
  // Whoever is asked to wait does.
  headers: { 'Retry-After': '0.01' },
  body: { error: { code, message: code } },
});
/** Every delta of a list answers so; the others are as they are. */
const answerDeltasOf = (list: ListName, change: (answer: PartAnswer, url: string) => PartAnswer) => {
  site.network = tamper({ part: (url, answer) => (isDeltaOf(list, url) ? change(answer, url) : answer) });
};
const recommendation = async (number: number) => {
  const row = (await planNow()).recommendations.find((one) => one.number === number);
  if (row?.itemId == null) throw new Error(`recommendation ${number} is not in the plan`);
  return { ...row, itemId: row.itemId };
};

describe('a list that cannot be read', () => {
  test.each([
    [403, 'accessDenied', 'NO_ACCESS'],
    [429, 'activityLimitReached', 'OUT_OF_REACH'],
    [503, 'serviceNotAvailable', 'OUT_OF_REACH'],
  ] as const)(
    'with %s %s for hours: the others go on, it is noted, and read when it can be',
    async (status, code, trouble) => {
      const { itemId } = await recommendation(16);
      const reading = await site.addByHand('Readings', { Title: 'June', Value: 130 });
      answerDeltasOf('Readings', () => error(status, code));
      for (let hour = 1; hour <= 3; hour += 1) {
        later('PT1H');
        await site.editByHand('Recommendations', itemId, { LatestNote: `Hour ${hour} with ${status}` });
        await syncIn(deps, PLAN_ID);
        expect((await recommendation(16)).latestNote).toBe(`Hour ${hour} with ${status}`);
        expect(await troubles()).toEqual([['Readings', trouble, '']]);
      }
      expect((await planNow()).readings).toEqual([]);
      site.network = null;
      await syncIn(deps, PLAN_ID);
      expect((await planNow()).readings).toMatchObject([{ value: 130 }]);
      expect(await troubles()).toEqual([]);
      await site.deleteByHand('Readings', reading);
    },
  );

  test('because the whole site is out of reach is one trouble, not fourteen', async () => {
    await site.setFaults([{ kind: 'graph-outage' }]);
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([['', 'OUT_OF_REACH', '']]);
    await site.setFaults([]);
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([]);
  });

  test('because its site cannot even be opened is noted too, beside what was known of its lists', async () => {
    answerDeltasOf('Readings', () => error(403, 'accessDenied'));
    await syncIn(deps, PLAN_ID);
    const closed = {
      ...deps,
      siteListsOf: () => site.byHand.get('/sites/none.example:/sites/x') as Promise<never>,
    };
    await expect(syncIn(closed, PLAN_ID)).rejects.toMatchObject({ code: 'GRAPH' });
    expect(await troubles()).toEqual([
      ['', 'UNREADABLE', ''],
      ['Readings', 'NO_ACCESS', ''],
    ]);
  });
});

describe('what SharePoint says wrongly', () => {
  test('rows that come twice, first as they were: the last counts', async () => {
    const { itemId } = await recommendation(14);
    await site.editByHand('Recommendations', itemId, { LatestNote: 'First' });
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Second' });
    await site.setFaults([{ kind: 'graph-duplicates' }]);
    await syncIn(deps, PLAN_ID);
    expect((await recommendation(14)).latestNote).toBe('Second');
  });

  test.each([true, false])(
    '410 is followed to a reading of everything, Location given: %s',
    async (location) => {
      const before = await planNow();
      const { itemId } = await recommendation(18);
      const noted = `Read from the start, ${location}`;
      await site.editByHand('Recommendations', itemId, { LatestNote: noted });
      await site.setFaults([{ kind: 'graph-resync', location }]);
      await syncIn(deps, PLAN_ID);
      expect((await recommendation(18)).latestNote).toBe(noted);
      expect((await planNow()).milestones).toEqual(before.milestones);
      expect(await troubles()).toEqual([]);
    },
  );

  test('410 with an address of somebody else is never asked there', async () => {
    const asked: string[] = [];
    const tampered = tamper({
      part: (url, answer) =>
        isDeltaOf('Milestones', url) && url.includes('token')
          ? { ...error(410, 'resyncRequired'), headers: { Location: 'https://elsewhere.example/v1.0/x' } }
          : answer,
    });
    site.network = (input, init) => {
      asked.push(new URL(String(input)).hostname);
      return tampered(input, init);
    };
    await syncIn(deps, PLAN_ID);
    expect(new Set(asked)).toEqual(new Set(['localhost']));
    expect(await troubles()).toEqual([]);
    expect((await planNow()).milestones.length).toBeGreaterThan(0);
  });

  test('an error in place of a row: the rows beside it count, nothing is deleted, and everything is read again', async () => {
    const kept = await site.addByHand('Readings', { Title: 'April', Value: 118 });
    const added = await site.addByHand('Readings', { Title: 'May', Value: 121 });
    await syncIn(deps, PLAN_ID);
    await site.deleteByHand('Readings', added);
    const { itemId } = await recommendation(17);
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Beside an error' });
    // The deletion is what cannot be told.
    answerDeltasOf('Readings', (answer) => ({
      ...answer,
      body: { ...(answer.body as object), value: [{ error: { code: 'InternalServerError', message: 'x' } }] },
    }));
    await syncIn(deps, PLAN_ID);
    expect((await recommendation(17)).latestNote).toBe('Beside an error');
    expect((await planNow()).readings).toHaveLength(2);
    expect(await troubles()).toEqual([['Readings', 'ROWS_UNREAD', '']]);

    // Read from the start, and still an error: again in an hour, not every minute.
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).readings).toHaveLength(2);
    site.network = null;
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([['Readings', 'ROWS_UNREAD', '']]);
    later('PT1H');
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).readings).toMatchObject([{ title: 'April' }]);
    expect(await troubles()).toEqual([]);
    await site.deleteByHand('Readings', kept);
  });

  test('rows that the database does not take hold up their list alone', async () => {
    const { itemId } = await recommendation(25);
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Beside a list that is not taken' });
    const added = await site.addByHand('Readings', { Title: 'Not taken', Value: 1 });
    await database.query(`ALTER TABLE mirror_readings ADD CONSTRAINT none CHECK (key = 'none')`);
    await syncIn(deps, PLAN_ID).finally(() =>
      database.query('ALTER TABLE mirror_readings DROP CONSTRAINT none'),
    );
    expect((await recommendation(25)).latestNote).toBe('Beside a list that is not taken');
    expect(await troubles()).toEqual([['Readings', 'UNREADABLE', '']]);
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([]);
    await site.deleteByHand('Readings', added);
  });

  test('the sandbox’s own page with an error heals by itself at the next reading', async () => {
    await site.setFaults([{ kind: 'graph-page-error', times: 1 }]);
    const { itemId } = await recommendation(17);
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Beside the sandbox’s error' });
    await syncIn(deps, PLAN_ID);
    await syncIn(deps, PLAN_ID);
    expect((await recommendation(17)).latestNote).toBe('Beside the sandbox’s error');
    expect(await troubles()).toEqual([]);
  });
});

describe('rows that are gone though nobody deleted them', () => {
  const emptied = (answer: PartAnswer): PartAnswer => ({
    ...answer,
    body: { ...(answer.body as object), value: [] },
  });
  const cut = (keep: number) => (answer: PartAnswer) => {
    const { value, ...body } = answer.body as { value: unknown[] };
    return { ...answer, body: { ...body, value: value.slice(0, keep) } };
  };
  const forgetLinks = () => database.query('UPDATE sync_state SET delta_link = NULL');

  test('a list that reads as empty keeps its rows, is written to no more, and is told', async () => {
    const before = await planNow();
    await forgetLinks();
    answerDeltasOf('Milestones', emptied);
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).milestones).toEqual(before.milestones);
    expect(await troubles()).toEqual([['Milestones', 'LIST_EMPTIED', '']]);
    expect((await readTroubles(database, PLAN_ID))[0]?.detail).toEqual({ count: before.milestones.length });
    expect(await readHeldLists(database, PLAN_ID)).toEqual(new Set(['Milestones']));

    const [milestone] = before.milestones;
    await queueWrite(database, PLAN_ID, {
      list: 'Milestones',
      key: milestone?.key ?? '',
      kind: 'update',
      changes: { stage: 'In progress' },
      base: { stage: milestone?.stage ?? null },
    });
    await writeBack(deps, PLAN_ID);
    expect(await countUnwritten(database, PLAN_ID)).toMatchObject({ waiting: 1, dead: 0 });

    // It is looked at again in an hour, and at once when SharePoint says something of it.
    site.network = null;
    await syncIn(deps, PLAN_ID);
    expect(await readHeldLists(database, PLAN_ID)).toEqual(new Set(['Milestones']));
    later('PT1H');
    await syncIn(deps, PLAN_ID);
    expect(await readHeldLists(database, PLAN_ID)).toEqual(new Set());
    expect(await troubles()).toEqual([]);
    expect((await planNow()).milestones).toHaveLength(before.milestones.length);
    await letTimePass(database, { seconds: 60 });
    await writeBack(deps, PLAN_ID);
    expect((await site.fieldsOf('Milestones', milestone?.itemId ?? 0)).Stage).toBe('In progress');
  });

  test('so does one of which most rows are missing; a few are believed', async () => {
    const before = await planNow();
    expect(before.recommendations).toHaveLength(31);
    await forgetLinks();
    answerDeltasOf('Recommendations', cut(15));
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).recommendations).toHaveLength(31);
    expect(await troubles()).toEqual([['Recommendations', 'ROWS_VANISHED', '']]);
    expect((await readTroubles(database, PLAN_ID))[0]?.detail).toEqual({ count: 16 });

    site.network = null;
    const { itemId } = await recommendation(20);
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Restored' });
    await syncIn(deps, PLAN_ID);
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([]);
    expect((await planNow()).recommendations).toHaveLength(31);

    await forgetLinks();
    answerDeltasOf('Recommendations', cut(16));
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).recommendations).toHaveLength(16);
    expect(await troubles()).toEqual([]);
  });

  test('rows that a person deletes one by one are gone, however many', async () => {
    const added: number[] = [];
    for (let index = 0; index < 12; index += 1)
      added.push(await site.addByHand('Engagement log', { Title: `Group ${index}` }));
    await syncIn(deps, PLAN_ID);
    for (const itemId of added) await site.deleteByHand('Engagement log', itemId);
    await syncIn(deps, PLAN_ID);
    expect(await database.query('SELECT 1 FROM mirror_engagement_log WHERE NOT deleted')).toEqual([]);
    expect(await troubles()).toEqual([]);
  });

  test('a list made anew is not taken for the old one; the old one, restored, is gone on with', async () => {
    const before = await planNow();
    const added = await site.addByHand('Milestones', { Title: 'Entered while it was gone' });
    // First it is only gone …
    site.network = tamper({
      part: (url, answer) => (isDeltaOf('Milestones', url) ? error(404, 'itemNotFound') : answer),
      lists: (lists) => lists.filter(({ displayName }) => displayName !== 'Milestones'),
    });
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([['Milestones', 'LIST_MISSING', '']]);
    // … then another stands in its place.
    site.network = tamper({
      part: (url, answer) => (isDeltaOf('Milestones', url) ? error(404, 'itemNotFound') : answer),
      lists: (lists) =>
        lists.map((list) =>
          list.displayName === 'Milestones' ? { ...list, id: ids.get('Themes') ?? '' } : list,
        ),
    });
    await syncIn(deps, PLAN_ID);
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).milestones).toEqual(before.milestones);
    expect(await troubles()).toEqual([['Milestones', 'LIST_REPLACED', '']]);
    expect(await readHeldLists(database, PLAN_ID)).toEqual(new Set(['Milestones']));

    site.network = null;
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([]);
    expect((await planNow()).milestones.at(-1)?.title).toBe('Entered while it was gone');
    await site.deleteByHand('Milestones', added);
  });

  test('rows that are meant to be gone are given up when people say so, and what was said of them is kept', async () => {
    const before = await planNow();
    await expect(
      acceptList(database, { planId: PLAN_ID, list: 'Milestones', apply: true }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await forgetLinks();
    answerDeltasOf('Milestones', emptied);
    await syncIn(deps, PLAN_ID);
    const [milestone] = before.milestones;
    const write = { list: 'Milestones', key: milestone?.key ?? '', kind: 'update' } as const;
    await queueWrite(database, PLAN_ID, { ...write, changes: { stage: 'Complete' } });
    const ask = { planId: PLAN_ID, list: 'Milestones' } as const;
    expect(await acceptList(database, { ...ask, apply: false })).toBe(before.milestones.length);
    expect((await planNow()).milestones).toEqual(before.milestones);
    expect(await acceptList(database, { ...ask, apply: true })).toBe(before.milestones.length);
    expect((await planNow()).milestones).toEqual([]);
    expect(await countUnwritten(database, PLAN_ID)).toMatchObject({ waiting: 0, dead: 1 });
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([['Milestones', 'WRITES_REFUSED', '']]);
  });

  test('a list made anew is read as the new one when people say so, whatever its rows are numbered', async () => {
    const before = await planNow();
    await database.query(
      "UPDATE sync_state SET list_id = 'the old one', delta_link = NULL WHERE list = 'Milestones'",
    );
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([['Milestones', 'LIST_REPLACED', '']]);
    await acceptList(database, { planId: PLAN_ID, list: 'Milestones', apply: true });
    expect((await planNow()).milestones).toEqual([]);
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([]);
    expect((await planNow()).milestones.map(({ title }) => title)).toEqual(
      before.milestones.map(({ title }) => title),
    );
  });

  test('a list made anew that never held a row is simply read', async () => {
    await database.query("UPDATE sync_state SET list_id = 'another' WHERE list = 'Priorities'");
    await database.query(`UPDATE sync_state SET delta_link = NULL WHERE list = 'Priorities'`);
    await syncIn(deps, PLAN_ID);
    expect(await troubles()).toEqual([]);
    expect((await stateOf('Priorities')).listId).toBe(ids.get('Priorities'));
  });
});

describe('a reading that is cut short', () => {
  test('goes on with the next page, deletes nothing half-way, and costs the pages that were left', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `Group met ${index}`);
    for (const titles of chunks(rows, 20))
      await site.byHand.batch(
        titles.map((Title) => ({
          method: 'POST' as const,
          path: `/sites/${site.site.id}/lists/${ids.get('Engagement log')}/items`,
          body: { fields: { Title } },
        })),
      );
    const countRows = async () =>
      (await database.query('SELECT 1 FROM mirror_engagement_log WHERE NOT deleted')).length;
    let pages = 0;
    answerDeltasOf('Engagement log', (answer) => {
      pages += 1;
      return pages === 3 ? error(500, 'generalException') : answer;
    });
    await syncIn(deps, PLAN_ID);
    expect(await countRows()).toBe(400);
    await syncIn(deps, PLAN_ID);
    expect(await countRows()).toBe(450);
    expect(pages).toBe(4);

    // From the start, and cut short: what was not read yet is still there.
    await database.query(`UPDATE sync_state SET delta_link = NULL WHERE list = 'Engagement log'`);
    pages = 1;
    await syncIn(deps, PLAN_ID);
    expect((await stateOf('Engagement log')).isFull).toBe(true);
    expect(await countRows()).toBe(450);
    await syncIn(deps, PLAN_ID);
    expect((await stateOf('Engagement log')).isFull).toBe(false);
    expect(await countRows()).toBe(450);
    const version = await readPlanVersion(database, PLAN_ID);

    // Steady: one changed row costs one call a list, and reads no more of the mirror than it needs.
    const statements: string[] = [];
    const seen = { ...database, query: watching(database.query), transaction: database.transaction };
    const asked = await site.requestsOf(() => syncIn({ ...deps, database: seen }, PLAN_ID));
    expect(asked.map(({ parts }) => parts?.length)).toEqual([14]);
    expect(await readPlanVersion(database, PLAN_ID)).toBe(version);
    expect(
      statements.filter((sql) => sql.includes('mirror_engagement_log') && !sql.includes('problems')),
    ).toEqual([]);

    function watching(query: Database['query']): Database['query'] {
      return (sql, values) => {
        statements.push(sql);
        return query.call(database, sql, values) as never;
      };
    }
  }, 120_000);
});

function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
