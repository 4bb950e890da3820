import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createBot } from '../../bot/create-bot.ts';
import type { Plan } from '../../plan/plan.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import type { LoopDeps } from '../../workflow/deps.ts';
import { runDue } from '../../workflow/run-due.ts';
import { makeSamplePlan } from '../helpers/make-sample-plan.ts';
import { type Sandbox, startSandbox } from '../helpers/sandbox.ts';
import { openTestPglite, type TestDatabase } from '../store/databases.ts';
import { fillMirror, putRows } from './helpers/fill-mirror.ts';
import { makeDeps, type TestProcess } from './helpers/make-deps.ts';

/** The sample plan, whose channels are those of the sandbox, but for one that is nowhere. */
const PLAN: Plan = makeSamplePlan();
const NOWHERE = '19:00000000000000000000000000000000@thread.tacv2';
const send = PLAN.groups.find(({ title }) => title === 'SEND') as Plan['groups'][number];

let sandbox: Sandbox;
let opened: TestDatabase;
let deps: TestProcess;
let loop: LoopDeps;
beforeAll(async () => {
  sandbox = await startSandbox({ SANDBOX_CONNECTOR_AUTH: 'off' });
  opened = await openTestPglite();
  const { tenantId, botAppId, personas } = sandbox.directory;
  const idOf = (email: string | null) => personas.find((one) => one.email === email)?.entraObjectId ?? null;
  const owners = PLAN.owners.map((owner) => ({ ...owner, entraObjectId: idOf(owner.email) }));
  await fillMirror(opened.database, { ...PLAN, owners });
  deps = makeDeps({ database: opened.database, tenantId });
  const serviceUrl = `${sandbox.pageUrl}/connector/`;
  const bot = createBot({
    useCases: createUseCases(deps),
    log: deps.log,
    tabLink: () => '',
    calendarLink: () => '',
    conversations: {
      serviceUrlFor: async () => ({ serviceUrl, botId: `28:${botAppId}` }),
      countSend: async () => {},
    },
    settings: {
      appId: botAppId,
      tenantId,
      allowedTenantIds: [tenantId],
      authentication: 'entra',
      channelServiceUrls: [serviceUrl],
      fileUrls: [],
      credential: {
        getToken: async () => ({ token: 'not looked at', expiresOnTimestamp: Date.now() + 3_600_000 }),
      },
      sendTimeoutMs: 10_000,
      newKey: deps.newKey,
    },
  });
  loop = { ...deps, messenger: bot.messenger };
  // Nobody listens where the bot should be, but the app is in its teams and chats from now on.
  await fetch(`${sandbox.pageUrl}/sandbox/install`, { method: 'POST' });
});
afterAll(async () => {
  await opened?.close();
  await sandbox?.stop();
});

const enter = async (channelId: string) => {
  const group: Plan['groups'][number] = { ...send, channelId };
  await putRows(opened.database, PLAN.id, 'Groups', [group]);
  await raisePlanVersion(opened.database, PLAN.id);
};
const runAt = async (instant: string) => {
  deps.setClock(instant);
  await runDue(loop);
};
const read = async <T>(path: string): Promise<T> =>
  (await fetch(`${sandbox.pageUrl}/sandbox/${path}`)).json() as T;
/** Titles of the conversations in which a text stands. */
const placesOf = async (text: string): Promise<string[]> => {
  const all = await read<readonly { readonly id: string; readonly title: string }[]>('conversations');
  const found = await Promise.all(
    all.map(async ({ id, title }) => {
      const messages = await read<readonly object[]>(`conversations/${encodeURIComponent(id)}/messages`);
      return JSON.stringify(messages).includes(text) ? [title] : [];
    }),
  );
  return found.flat().toSorted();
};

test('a group whose channel Teams does not know gets nothing anywhere, and its chair and plan managers are told', async () => {
  await enter(NOWHERE);
  for (const time of ['09:00', '09:05', '10:10', '10:15']) await runAt(`2022-01-10T${time}:00Z`);
  expect(await placesOf('SEND group check-in')).toEqual([]);
  expect((await placesOf('Finance group check-in')).length).toBeGreaterThan(0);
  const nameOf = (id: string) => sandbox.directory.personas.find((persona) => persona.id === id)?.name;
  const told = await placesOf('gives the group “SEND” a channel in which Milepost cannot post');
  expect(told).toEqual([nameOf('send-chair'), nameOf('plan-manager')].toSorted());
});

test('once its own channel is entered, what is still timely is there and nowhere else', async () => {
  await enter(send.channelId ?? '');
  await runAt('2022-01-10T10:20:00Z');
  expect(await placesOf('SEND group check-in')).toEqual(['SEND']);
});
