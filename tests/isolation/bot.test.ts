import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppError } from '../../plan/errors.ts';
import type { Database } from '../../store/database.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { type RunningBot, startBot } from '../bot/helpers/start-bot.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { makeDeps, TENANT } from '../workflow/helpers/make-deps.ts';
import { everyPress } from './helpers/every-press.ts';
import { ACTORS, channelOf, fillBoth, MARK } from './helpers/two-plans.ts';
import { type KeptDatabase, keepDatabase, readWhole, watchWrites } from './helpers/whole-database.ts';

const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';

/** People who are not in plan A, as Teams says who they are. */
const STRANGERS: Readonly<Record<string, { readonly aadObjectId?: string; readonly tenantId: string }>> = {
  'somebody of the tenant': { aadObjectId: ACTORS.outsider?.entraObjectId ?? '', tenantId: TENANT },
  'a guest whom Teams does not name': { tenantId: TENANT },
  'a guest with an id': { aadObjectId: 'eeeeeeee-0000-4000-8000-000000000001', tenantId: TENANT },
  'somebody of another plan': { aadObjectId: ACTORS['person of B']?.entraObjectId ?? '', tenantId: TENANT },
};
/** The same presses are sent by somebody who may do everything, too. */
const MEMBER = { aadObjectId: ACTORS['person of A']?.entraObjectId ?? '', tenantId: TENANT };
const PLACES = ['personal', 'channel'] as const;
const PRESSES = everyPress({ letter: 'a', outboxId: 2, importKey: 'no-such-import', noticeId: 1 });

let opened: TestDatabase;
let database: Database;
let running: RunningBot;
let kept: KeptDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
  await fillBoth(opened.database);
  database = watchWrites(opened.database);
  const deps = makeDeps({
    database,
    siteListsOf: () => Promise.reject(new AppError({ code: 'GRAPH', message: 'nobody may ask SharePoint' })),
  });
  const settings = { tenantId: TENANT, allowedTenantIds: [TENANT] };
  running = await startBot(settings, createUseCases(deps));
  // Where somebody can be answered is remembered from the first time the app sees them, as it is installed.
  for (const name of Object.keys(STRANGERS))
    for (const place of PLACES)
      await send(name, place, { type: 'installationUpdate', action: 'add', text: undefined });
  kept = await keepDatabase(database);
});
afterAll(async () => {
  await running?.stop();
  await opened?.close();
});
beforeEach(() => {
  running.reset();
});

function send(name: string, place: (typeof PLACES)[number], fields: Readonly<Record<string, unknown>>) {
  const known = name === 'somebody of the plan' ? MEMBER : STRANGERS[name];
  const { aadObjectId, tenantId } = known ?? { tenantId: OTHER_TENANT, aadObjectId: MEMBER.aadObjectId };
  const id = channelOf('a', 'send');
  const ofChannel = { channel: { id }, team: { id: '19:team', aadGroupId: 'team-a' } };
  return running.send({
    ...fields,
    from: { id: `29:${name}`, name: 'A name that is logged nowhere', aadObjectId },
    conversation:
      place === 'channel'
        ? { id: `${id};messageid=1`, conversationType: 'channel', isGroup: true, tenantId }
        : { id: `a:${name}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId }, ...(place === 'channel' ? ofChannel : {}) },
  });
}

/** What was said: in the answer to the request, or as a message. */
function saidIn(text: string): string {
  return [text, ...running.teams.requests.map(({ body }) => JSON.stringify(body))].join('\n');
}

describe.each(Object.keys(STRANGERS))('%s', (name) => {
  const cases = Object.keys(PRESSES).flatMap((way) => PLACES.map((place) => ({ way, place })));

  test.each(cases)(
    'by $way ($place): is told in words, sees nothing, and leaves no trace',
    async ({ way, place }) => {
      for (const [what, fields] of PRESSES[way] ?? []) {
        running.teams.requests.length = 0;
        const { status, text } = await send(name, place, fields);
        const said = saidIn(text);
        expect({ what, status, said }).toEqual({
          what,
          status: 200,
          said: expect.stringMatching(/[A-Z][^"]{20,}[.?]/),
        });
        expect(said).not.toContain(MARK.a);
        expect(said).not.toContain('Something went wrong');
      }
      expect(await readWhole(database)).toBe(kept.text);
      const log = running.logLines.join('\n');
      expect(log).not.toMatch(/A name that is logged nowhere|somebody who may not|Words of a message/);
      for (const mark of Object.values(MARK)) expect(log).not.toContain(mark);
    },
  );
});

test('the same presses by somebody of the plan are understood, and change it', async () => {
  for (const way of ['a button of Action.Execute', 'a button in a dialog']) {
    const answers = await Promise.all(
      (PRESSES[way] ?? []).map(
        async ([, fields]) => (await send('somebody of the plan', 'personal', fields)).text,
      ),
    );
    expect(answers.join()).toContain(MARK.a);
    expect(await readWhole(database)).not.toBe(kept.text);
    await kept.restore();
  }
});

test('somebody of another tenant is turned away at the door, with a line in the log', async () => {
  for (const [what, fields] of Object.values(PRESSES).flat()) {
    const { status, text } = await send('somebody of another tenant', 'personal', fields);
    expect({ what, status, text }).toEqual({ what, status: 403, text: '' });
  }
  expect(running.logLines[0]).toContain('"refusal":"tenant"');
  expect(running.teams.requests).toEqual([]);
  expect(await readWhole(database)).toBe(kept.text);
});
