import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createSubscriptions } from '../../graph/subscriptions.ts';
import { LIST_NAMES } from '../../plan/glossary.ts';
import type { Database } from '../../store/database.ts';
import { areNotified, listRefusals, listSubscriptions } from '../../store/subscriptions.ts';
import type { Notifications } from '../../workflow/deps.ts';
import { keepSubscriptions } from '../../workflow/lists/notifications/keep-subscriptions.ts';
import {
  type ChangeNotification,
  takeNotifications,
} from '../../workflow/lists/notifications/take-notifications.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { type Receiver, startReceiver } from '../helpers/notification-receiver.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import type { TestProcess } from './helpers/make-deps.ts';
import { type LoggedRequest, PLAN_ID, type SandboxPlan, startSandboxPlan } from './helpers/sandbox-plan.ts';

let site: SandboxPlan;
let opened: TestDatabase;
let database: Database;
let receiver: Receiver;
let deps: TestProcess;
/** SharePoint's clock never goes back, so each test begins where the last one ended. */
let now = Temporal.Instant.from('2022-01-10T09:00:00Z');
beforeAll(async () => {
  [site, opened, receiver] = await Promise.all([startSandboxPlan(), openTestDatabase(), startReceiver()]);
  database = opened.database;
});
afterAll(async () => {
  await receiver?.stop();
  await opened?.close();
  await site?.stop();
});
beforeEach(async () => {
  await emptyDatabase(database);
  await site.setFaults([]);
  deps = await startProcess();
  await syncIn(deps, PLAN_ID);
});

async function startProcess(
  changes: Partial<Notifications> = {},
  ofDatabase = database,
): Promise<TestProcess> {
  const process = {
    ...(await site.startProcess(ofDatabase)),
    notifications: {
      subscriptions: createSubscriptions(site.client),
      url: receiver.url,
      planIds: [PLAN_ID],
      ...changes,
    },
  };
  process.setClock(now.toString());
  return process;
}

async function letDaysPass(days: number): Promise<void> {
  now = now.add({ hours: 24 * days });
  await site.moveClock(now.toString());
  deps.setClock(now.toString());
}

/** What is asked of Graph's subscriptions in one round. */
const askedBy = (process = deps) => askedIn(() => keepSubscriptions(process));
const askedIn = async (work: () => Promise<unknown>) =>
  (await site.requestsOf(work)).filter(({ path }) => path.includes('/subscriptions')).map(summaryOf);
const summaryOf = ({ method, status }: LoggedRequest) => `${method} ${status}`;
const times = (summary: string, count: number = LIST_NAMES.length) => Array(count).fill(summary);

test('SharePoint is asked once to tell of every list that is read, each with a secret of its own', async () => {
  expect(await areNotified(database, PLAN_ID)).toBe(false);
  expect(await askedBy()).toEqual(times('POST 201'));
  expect(await askedBy()).toEqual([]);
  const known = await listSubscriptions(database);
  expect(known.map(({ list }) => list)).toEqual([...LIST_NAMES].sort());
  expect(new Set(known.map(({ clientState }) => clientState)).size).toBe(LIST_NAMES.length);
  expect(await areNotified(database, PLAN_ID)).toBe(true);
});

test('lists that have not been read are left alone', async () => {
  await emptyDatabase(database);
  expect(await askedBy(await startProcess())).toEqual([]);
});

test('two processes make one subscription each list', async () => {
  const other = await startProcess({}, opened.other);
  const both = () => Promise.all([keepSubscriptions(deps), keepSubscriptions(other)]);
  expect(await askedIn(both)).toEqual(times('POST 201'));
});

describe('a subscription', () => {
  beforeEach(() => keepSubscriptions(deps));

  test('is renewed when half its time is over', async () => {
    await letDaysPass(13);
    expect(await askedBy()).toEqual([]);
    await letDaysPass(1);
    expect(await askedBy()).toEqual(times('PATCH 200'));
    expect(await askedBy()).toEqual([]);
    await letDaysPass(20);
    expect(await askedBy()).toEqual(times('PATCH 200'));
  });

  test('that has ended is made anew', async () => {
    await letDaysPass(29);
    expect(await askedBy()).toEqual([...times('DELETE 404'), ...times('POST 201')]);
  });

  test('that SharePoint forgot is found gone when it is to be renewed, and made anew', async () => {
    const [first] = await listSubscriptions(database);
    await site.client.delete(`/subscriptions/${first?.subscriptionId}`);
    await letDaysPass(14);
    expect((await askedBy()).sort()).toEqual([...times('PATCH 200', LIST_NAMES.length - 1), 'PATCH 404']);
    expect(await askedBy()).toEqual(['POST 201']);
  });

  test('is made anew at another public address', async () => {
    const moved = await startProcess({ url: `${receiver.url}/elsewhere` });
    expect(await askedBy(moved)).toEqual([...times('DELETE 204'), ...times('POST 201')]);
  });

  test('ends where Graph can no longer reach Milepost, and where the plan is no longer configured', async () => {
    expect(await askedBy(await startProcess({ url: null }))).toEqual(times('DELETE 204'));
    expect(await areNotified(database, PLAN_ID)).toBe(false);
    await keepSubscriptions(deps);
    expect(await askedBy(await startProcess({ planIds: [] }))).toEqual(times('DELETE 204'));
  });

  test('of a list that was made anew is replaced', async () => {
    await database.query(`UPDATE list_subscription SET list_id = 'another' WHERE list = 'Themes'`);
    expect(await askedBy()).toEqual(['DELETE 204', 'POST 201']);
  });

  test('that is refused when it is to be renewed is given up, and said so', async () => {
    await letDaysPass(14);
    site.network = async () =>
      new Response('{"error":{"code":"accessDenied","message":"No"}}', { status: 403 });
    await keepSubscriptions(deps);
    site.network = null;
    expect(await listSubscriptions(database)).toEqual([]);
    expect(await areNotified(database, PLAN_ID)).toBe(false);
  });
});

describe('where SharePoint will not tell', () => {
  test.each([
    ['it is not allowed', { kind: 'graph-subscribe-refused' }, 'accessDenied'],
    ['it gets no proof that Milepost is there', null, 'InvalidRequest'],
  ])(
    'as %s, the lists are read every so often, and it is asked again the next day',
    async (_why, fault, code) => {
      const refused = fault === null ? await startProcess({ url: 'http://127.0.0.1:9/' }) : deps;
      if (fault !== null) await site.setFaults([fault]);
      expect(await askedBy(refused)).toEqual([fault === null ? 'POST 400' : 'POST 403']);
      expect(await listRefusals(database)).toMatchObject([{ planId: PLAN_ID, code }]);
      expect(await areNotified(database, PLAN_ID)).toBe(false);
      expect(refused.logged).toContainEqual(expect.objectContaining({ level: 'warn' }));
      expect(await askedBy(refused)).toEqual([]);

      await site.setFaults([]);
      await letDaysPass(1);
      expect(await askedBy(deps)).toEqual(times('POST 201'));
      expect(await areNotified(database, PLAN_ID)).toBe(true);
      expect(await listRefusals(database)).toEqual([]);
    },
  );

  test('a new public address is tried at once', async () => {
    await keepSubscriptions(await startProcess({ url: 'http://127.0.0.1:9/' }));
    expect(await askedBy()).toEqual(times('POST 201'));
  });

  test('as it is busy, the next round asks again', async () => {
    await site.setFaults([{ kind: 'graph-outage', times: 1 }]);
    expect(await askedBy()).toEqual(['POST 503']);
    expect(await listRefusals(database)).toEqual([]);
    expect(await askedBy()).toEqual(times('POST 201'));
  });
});

describe('what is told', () => {
  let told: ChangeNotification;
  beforeEach(async () => {
    await keepSubscriptions(deps);
    const [first] = await listSubscriptions(database);
    told = {
      subscriptionId: first?.subscriptionId ?? '',
      clientState: first?.clientState ?? '',
      tenantId: deps.tenantId,
      lifecycleEvent: null,
    };
  });

  test('names the lists to read, each once', async () => {
    const [, second] = await listSubscriptions(database);
    const other = {
      ...told,
      subscriptionId: second?.subscriptionId ?? '',
      clientState: second?.clientState ?? '',
    };
    expect(await takeNotifications(deps, [told, other, told])).toEqual(
      new Map([[PLAN_ID, new Set(['Actions', 'Board reports'])]]),
    );
  });

  test.each<[string, Partial<ChangeNotification>]>([
    ['another secret', { clientState: 'x'.repeat(36) }],
    ['a secret of another length', { clientState: 'x' }],
    ['no secret', { clientState: null }],
    ['an unknown subscription', { subscriptionId: '00000000-0000-0000-0000-000000000000' }],
    ['another tenant', { tenantId: '22222222-2222-4222-8222-222222222222' }],
    ['no tenant', { tenantId: null }],
  ])('is not believed with %s, whatever else comes with it', async (_what, changes) => {
    const forged = { ...told, ...changes };
    expect(await takeNotifications(deps, [forged])).toEqual(new Map());
    expect((await takeNotifications(deps, [forged, told])).get(PLAN_ID)).toEqual(new Set(['Actions']));
    expect(JSON.stringify(deps.logged)).not.toContain(told.clientState);
  });

  test('of the secret of another subscription is not believed', async () => {
    const [, second] = await listSubscriptions(database);
    expect(await takeNotifications(deps, [{ ...told, clientState: second?.clientState ?? '' }])).toEqual(
      new Map(),
    );
  });

  test('that it has to be authorised again has it renewed in the next round', async () => {
    const lifecycleEvent = 'reauthorizationRequired';
    expect(await takeNotifications(deps, [{ ...told, lifecycleEvent }])).toEqual(new Map());
    expect(await askedBy()).toEqual(['PATCH 200']);
    expect(await askedBy()).toEqual([]);
  });

  test('that it was removed has it made anew and the list read', async () => {
    const lifecycleEvent = 'subscriptionRemoved';
    expect((await takeNotifications(deps, [{ ...told, lifecycleEvent }])).size).toBe(1);
    expect(await askedBy()).toEqual(['POST 201']);
  });
});
