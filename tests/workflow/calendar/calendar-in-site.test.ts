import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { isPlanManager } from '../../../plan/people.ts';
import type { RouteRequest } from '../../../server/http/route.ts';
import { calendarRoute } from '../../../server/routes/calendar.ts';
import { dropFeed } from '../../../store/calendar-feeds.ts';
import { leaveOutOthers } from '../../../store/plan-sites.ts';
import { readCalendarFeed } from '../../../workflow/calendar/calendar-feed.ts';
import { readCalendar } from '../../../workflow/calendar/documents/read-calendar.ts';
import { importCalendarInto } from '../../../workflow/calendar/import-into-site.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import { runDue } from '../../../workflow/run-due.ts';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';
import { openTestDatabase, type TestDatabase } from '../../store/databases.ts';
import type { TestProcess } from '../helpers/make-deps.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from '../helpers/sandbox-plan.ts';

let site: SandboxPlan;
let opened: TestDatabase;
let deps: TestProcess;
let milepost: UseCases;
let manager: Actor;
let member: Actor;
beforeAll(async () => {
  [site, opened] = await Promise.all([startSandboxPlan(), openTestDatabase()]);
  await site.importSample({ apply: true });
  deps = await site.startProcess(opened.database);
  await runDue(deps);
  milepost = createUseCases(deps);
  const owners = (await planNow()).owners;
  const actorOf = (isManager: boolean): Actor => {
    const owner = owners.find((one) => isPlanManager(one) === isManager);
    return {
      tenantId: deps.tenantId,
      entraObjectId: owner?.entraObjectId ?? null,
      email: owner?.email ?? null,
    };
  };
  manager = actorOf(true);
  member = actorOf(false);
});
afterAll(async () => {
  await opened?.close();
  await site?.stop();
});

const planNow = async () => {
  const plan = await deps.plans.get(PLAN_ID);
  if (plan === null) throw new Error('no plan');
  return plan;
};
const ics = (half: readonly [string, string]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...event('half@school', 'Half term', ...half),
    ...event('easter@school', 'Easter holiday', '20220411', '20220423'),
    'END:VCALENDAR',
  ].join('\r\n');
const event = (uid: string, title: string, from: string, to: string) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `SUMMARY:${title}`,
  `DTSTART;VALUE=DATE:${from}`,
  `DTEND;VALUE=DATE:${to}`,
  'END:VEVENT',
];
const send = async (text: string, actor = manager) => {
  const content = await milepost.receiveImport({
    actor,
    file: { name: 'terms.ics', bytes: Buffer.from(text) },
  });
  if (content.kind !== 'calendar-preview') throw new Error(content.kind);
  return content;
};
const inSharePoint = async () =>
  (await site.rowsOf('Closures')).map(({ Title, Kind }) => `${String(Title)} ${String(Kind)}`).sort();

test('school terms are shown, imported on confirmation, and changed when they are imported again', async () => {
  const shown = await send(ics(['20220214', '20220219']));
  expect(shown).toMatchObject({ countsWords: '2 new, 0 changed, 0 as they are.', closureKind: 'Quiet' });
  expect((await planNow()).closureRows).toEqual([]);
  const { draftKey } = shown;
  await milepost.confirmCalendarImport({ actor: manager, draftKey, kind: 'Quiet' });
  await expect(
    milepost.confirmCalendarImport({ actor: manager, draftKey, kind: 'Quiet' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await planNow()).quietPeriods).toEqual([
    { title: 'Half term', from: '2022-02-14', to: '2022-02-18', groups: [] },
    { title: 'Easter holiday', from: '2022-04-11', to: '2022-04-22', groups: [] },
  ]);
  await runDue(deps);
  expect(await inSharePoint()).toEqual(['Easter holiday Quiet', 'Half term Quiet']);

  const again = await send(ics(['20220221', '20220226']));
  expect(again.changed).toEqual(['Half term: 14 to 18 Feb 2022 → 21 to 25 Feb 2022']);
  await milepost.confirmCalendarImport({ actor: manager, draftKey: again.draftKey, kind: 'Quiet' });
  await runDue(deps);
  expect(await inSharePoint()).toEqual(['Easter holiday Quiet', 'Half term Quiet']);
  expect((await planNow()).quietPeriods[0]).toMatchObject({ from: '2022-02-21', to: '2022-02-25' });
});

test('days that were taken back stay so, whatever is imported', async () => {
  const [first] = await milepost.listClosures({ actor: manager });
  const easter = first?.closures.find(({ title }) => title === 'Easter holiday');
  const left = await milepost.cancelClosure({
    actor: manager,
    planId: PLAN_ID,
    closureKey: easter?.key ?? '',
  });
  expect(left.closures.map(({ title }) => title)).toEqual(['Half term']);
  const again = await send(ics(['20220221', '20220226']));
  expect(again.doubts).toEqual([expect.stringContaining('was cancelled in the Closures list and stays so')]);
  await runDue(deps);
  expect(await inSharePoint()).toEqual(['Easter holiday Cancelled', 'Half term Quiet']);
});

test('a file imported at the command line comes to the same rows as in chat, and only once confirmed', async () => {
  const terms = (days: readonly [string, string]) =>
    Buffer.from(
      ics(['20220221', '20220226']).replace(
        'END:VCALENDAR',
        [...event('inset@school', 'INSET day off', ...days), 'END:VCALENDAR'].join('\r\n'),
      ),
    );
  const atCommandLine = async (
    apply: boolean,
    days: readonly [string, string] = ['20220307', '20220308'],
  ) => {
    const calendar = readCalendar({ name: 'terms.ics', bytes: terms(days) }, '2022-01-10');
    if (calendar === null) throw new Error('no calendar');
    const { timeZone } = (await planNow()).settings;
    const how = { kind: 'Quiet', timeZone, now: deps.clock.now(), apply } as const;
    return importCalendarInto(site.lists, calendar, how);
  };
  const before = await inSharePoint();
  expect(await atCommandLine(false)).toMatchObject({
    readingWords: expect.stringContaining('names holidays'),
    countsWords: '1 new, 0 changed, 1 as they are.',
    added: [{ title: 'INSET day off', daysWords: '7 Mar 2022', kindWords: 'Quiet' }],
    doubts: [expect.stringContaining('was cancelled in the Closures list and stays so')],
  });
  expect(await inSharePoint()).toEqual(before);
  await atCommandLine(true);
  expect(await inSharePoint()).toEqual([...before, 'INSET day off Quiet'].toSorted());
  expect((await atCommandLine(true)).countsWords).toBe('0 new, 0 changed, 2 as they are.');

  await runDue(deps);
  const inChat = await send(terms(['20220307', '20220308']).toString());
  expect(inChat.countsWords).toBe('0 new, 0 changed, 2 as they are.');
  const moved = await atCommandLine(true, ['20220308', '20220309']);
  expect(moved.changed).toEqual(['INSET day off: 7 Mar 2022 → 8 Mar 2022']);
  await runDue(deps);
  const inset = (await planNow()).closureRows.filter(({ title }) => title === 'INSET day off');
  expect(inset).toMatchObject([{ fromDate: '2022-03-08', toDate: '2022-03-08', kind: 'Quiet' }]);
});

test('a closure that is added by message or by hand moves meetings at once', async () => {
  const ask = {
    actor: manager,
    planId: PLAN_ID,
    submissionKey: 'closure-form-1',
    closure: { title: 'Office move', from: '2022-03-14', to: '2022-03-15', kind: 'Closed', groups: [] },
  };
  const { words } = await milepost.addClosure(ask);
  expect(words).toBe('Added Office move, 14 to 15 Mar 2022: Closed.');
  expect((await milepost.addClosure(ask)).words).toBe(words);
  expect((await planNow()).closures).toEqual(['2022-03-14', '2022-03-15']);
  const refused = await milepost.addClosure({
    ...ask,
    submissionKey: 'closure-form-2',
    closure: { ...ask.closure, to: '2022-03-01', title: '' },
  });
  expect(refused.problems.map(({ field }) => field)).toEqual(['title', 'to']);

  await site.addByHand('Closures', { Title: 'Flood', FromDate: '2022-03-21T00:00:00Z', Kind: 'Closed' });
  await runDue(deps);
  expect((await planNow()).closures).toEqual(['2022-03-14', '2022-03-15', '2022-03-21']);
});

test('nobody but plan managers sees or changes any of it', async () => {
  const closure = { title: 'Mine', from: '2022-03-14', to: '', kind: 'Closed', groups: [] };
  const submissionKey = 'closure-form-3';
  for (const tried of [
    () => send(ics(['20220214', '20220219']), member),
    () => milepost.listClosures({ actor: member }),
    () => milepost.addClosure({ actor: member, planId: PLAN_ID, submissionKey, closure }),
    () => milepost.viewCalendarFeeds({ actor: member }),
    () => milepost.makeCalendarFeed({ actor: member, planId: PLAN_ID }),
  ])
    await expect(tried()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('due dates are read at a secret address until it is made anew, stopped, or the plan is left out', async () => {
  const route = calendarRoute((secret) => readCalendarFeed(deps, secret));
  const read = async (secret: string, headers: RouteRequest['headers'] = {}) => {
    const answer = await route.handle({
      params: { file: `${secret}.ics` },
      headers,
    } as unknown as RouteRequest);
    if (answer === 'answered') throw new Error('answered');
    return answer;
  };
  const make = async () =>
    (await milepost.makeCalendarFeed({ actor: manager, planId: PLAN_ID })).secret ?? '';
  const secret = await make();
  expect(JSON.stringify(await opened.database.query('SELECT * FROM calendar_feed'))).not.toContain(secret);

  const answer = await read(secret);
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=3600' },
  });
  const calendar = new ICAL.Component(ICAL.parse(String(answer.body)));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const plan = await planNow();
  const third = plan.recommendations.find(({ number }) => number === 3);
  const inFeed = events.find(({ summary }) => summary.startsWith('3: '));
  expect(inFeed?.summary).toBe(`3: ${third?.title}`);
  expect(inFeed?.startDate).toMatchObject({ isDate: true });
  const isMonth = third?.duePrecision === 'Month';
  expect(inFeed?.description.includes('shown on the last day of the month')).toBe(isMonth);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  for (const { title, email } of plan.owners) {
    expect(String(answer.body)).not.toContain(title);
    if (email !== null) expect(String(answer.body)).not.toContain(email);
  }

  const etag = String(answer.headers?.etag);
  expect(await read(secret, { 'if-none-match': etag })).toMatchObject({ status: 304 });
  expect((await read(secret)).body).toBe(answer.body);

  const other = await make();
  const nothing = await read(secret);
  expect(nothing).toEqual(await read('no-such-secret'));
  expect(nothing.status).toBe(404);
  expect((await read(other)).status).toBe(200);
  await milepost.stopCalendarFeed({ actor: manager, planId: PLAN_ID });
  expect(await read(other)).toEqual(nothing);
  const last = await make();
  await leaveOutOthers(opened.database, ['another-plan']);
  expect(await read(last)).toEqual(nothing);
  await dropFeed(opened.database, PLAN_ID);
});

test('a calendar that is read too often is put off; whoever guesses keeps nobody out', async () => {
  const good = 'g'.repeat(43);
  let asked = 0;
  const route = calendarRoute(async (secret) => {
    asked += 1;
    return secret === good ? { text: 'a calendar', mark: 'm' } : null;
  });
  const statusOf = async (secret: string) => {
    const answer = await route.handle({
      params: { file: `${secret}.ics` },
      headers: {},
    } as unknown as RouteRequest);
    return answer === 'answered' ? 0 : answer.status;
  };
  expect(await statusOf(good)).toBe(200);
  for (let turn = 0; turn < 400; turn += 1) expect(await statusOf(String(turn).padStart(43, 'x'))).toBe(404);
  expect(asked).toBe(301);
  const statuses: number[] = [];
  for (let turn = 0; turn < 31; turn += 1) statuses.push(await statusOf(good));
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200));
  expect(statuses[30]).toBe(429);
});
