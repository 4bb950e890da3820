import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ActionInput } from '../../plan/content.ts';
import { saveCard } from '../../store/check-in-cards.ts';
import { markDeleted, readRows } from '../../store/mirror.ts';
import { readWaiting } from '../../store/outbox.ts';
import { readPlanVersion } from '../../store/plan-versions.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { cancelMeeting } from '../../workflow/meetings/cancel-meeting.ts';
import type { Actor, UseCases } from '../../workflow/use-cases.ts';
import { makeMeeting } from '../helpers/make-plan.ts';
import { everything } from './helpers/everything.ts';
import { actorOf, putRows } from './helpers/fill-mirror.ts';
import { TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';
import { CANCELLED, CLOSED, INPUT, MEETING, PLAN } from './helpers/recording-plan.ts';

const OWNER = actorOf(PLAN, 'owner');
const CHAIR = actorOf(PLAN, 'chair');
const STRANGER: Actor = { tenantId: TENANT, entraObjectId: 'e0000000', email: 'nobody@alp.example' };

let useCases: UseCases;
openOwnProcess(PLAN);
beforeEach(() => {
  deps.setClock('2022-01-24T10:12:00Z');
  useCases = createUseCases(deps);
});

type Place = { groupKey?: string; meetingKey?: string | null; actor?: Actor; submissionKey?: string };
const place = { planId: 'plan-1', actor: OWNER, meetingKey: MEETING, submissionKey: 'form-0001' };
const add = (over: Partial<ActionInput> = {}, at: Place = {}) =>
  useCases.addAction({ groupKey: 'send', ...place, action: { ...INPUT, ...over }, ...at });
const decide = (decision: string, at: Omit<Place, 'meetingKey'> & { meetingKey?: string } = {}) =>
  useCases.recordDecision({ ...place, decision, ...at });
const attend = (attendees: readonly string[], at: Omit<Place, 'meetingKey'> & { meetingKey?: string } = {}) =>
  useCases.recordAttendance({ ...place, attendees, ...at });

const added = async () =>
  (await readRows(database, 'plan-1', 'Actions')).filter(({ key }) => key !== 'action-7');
const meetingRow = async (key = MEETING) =>
  (await readRows(database, 'plan-1', 'Meetings')).find((row) => row.key === key)?.row;
const waiting = () => readWaiting(database, 'plan-1', 100);

describe('an action', () => {
  test('is a new row here and waits for SharePoint, with who added it and when', async () => {
    const { words, problems, meeting } = await add();
    expect([words, problems]).toEqual([
      'Added “Share the draft process map” for Data owner, due Fri 4 Feb 2022. It gets its number as soon as SharePoint has it.',
      [],
    ]);
    const [row] = await added();
    expect(row).toMatchObject({
      itemId: null,
      row: {
        title: INPUT.title,
        stage: 'Not started',
        scheduleRag: 'Green',
        raisedAt: MEETING,
        group: 'send',
      },
    });
    expect(await waiting()).toEqual([
      expect.objectContaining({
        list: 'Actions',
        key: row?.key,
        kind: 'create',
        changes: row?.row,
        saidBy: 'owner',
        saidAt: '2022-01-24T10:12:00.000Z',
      }),
    ]);
    expect(meeting).toMatchObject({ planId: 'plan-1', groupKey: 'send', meetingKey: MEETING });
    expect(deps.nudges()).toBe(1);
    const plan = await deps.plans.get('plan-1');
    expect(plan?.actions.map(({ key }) => key)).toContain(row?.key);
  });

  test('has the check-in’s card drawn again', async () => {
    const card = {
      planId: 'plan-1',
      conversationId: 'c',
      activityId: 'a',
      serviceUrl: 'https://smba.example',
    };
    await saveCard(database, { ...card, meetingKey: CLOSED });
    await database.query('UPDATE check_in_card SET dirty = false');
    await add({}, { meetingKey: CLOSED });
    expect(await database.query('SELECT dirty FROM check_in_card')).toEqual([{ dirty: true }]);
  });

  test('may be added outside a meeting, and late to a closed one', async () => {
    await add({}, { meetingKey: null });
    await add({}, { meetingKey: CLOSED, submissionKey: 'form-0002' });
    expect(
      (await added())
        .map(({ row }) => row.raisedAt)
        .map(String)
        .toSorted(),
    ).toEqual(['null', CLOSED]);
  });

  test('that can’t be taken changes nothing, and the same form is let in once it is put right', async () => {
    const before = await everything(database, 'plan-1');
    const refused = await add({ owner: 'f0000000-0000-4000-8000-000000000000', title: '' });
    expect(refused).toMatchObject({ words: '', problems: [{ field: 'title' }, { field: 'owner' }] });
    expect(refused.problems[1]?.message).toContain('The plan manager (Pat)');
    expect(await everything(database, 'plan-1')).toEqual(before);
    expect(await add()).toMatchObject({ problems: [], words: expect.stringContaining('Added') });
    expect(await added()).toHaveLength(1);
  });

  test('that may say who a child is waits until somebody has looked again', async () => {
    const details = 'Sam Jones, born 3 May 2012, moves school.';
    expect(await add({ details })).toMatchObject({ problems: [{ field: 'details', held: true }] });
    expect(await added()).toEqual([]);
    await add({ details, checked: true });
    expect((await added()).map(({ row }) => row.details)).toEqual([details]);
  });
});

describe('a decision', () => {
  test('is added after those before it, with who recorded it and when', async () => {
    await decide('The pilot starts in March.');
    deps.setClock('2022-01-24T10:20:00Z');
    const { words, meeting } = await decide('Schools are told.', { actor: CHAIR });
    const lines = [
      'Mon 24 Jan 2022, 10:12, SEND group owner: The pilot starts in March.',
      'Mon 24 Jan 2022, 10:20, SEND group chair: Schools are told.',
    ];
    expect(words).toBe('Recorded the decision in the record of the meeting of Mon 24 Jan 2022, 10:00.');
    expect(meeting.decisions).toEqual(lines);
    expect((await meetingRow())?.decisions).toBe(lines.join('\n'));
    expect(await waiting()).toMatchObject([
      { list: 'Meetings', key: MEETING, kind: 'update', base: { decisions: null }, saidBy: 'owner' },
      { changes: { decisions: lines.join('\n') }, base: { decisions: lines[0] }, saidBy: 'chair' },
    ]);
  });

  test('of each of many who record at once is kept', async () => {
    const said = Array.from({ length: 8 }, (_, index) => `Decision number ${index + 1}.`);
    await Promise.all(
      said.map((text, index) =>
        decide(text, { actor: index % 2 ? OWNER : CHAIR, submissionKey: `form-at-once-${index}` }),
      ),
    );
    const { decisions } = await useCases.viewMeeting({ ...place, meetingKey: MEETING });
    expect(decisions).toHaveLength(8);
    for (const text of said) expect(decisions.filter((line) => line.endsWith(`: ${text}`))).toHaveLength(1);
  });

  test('is added to what stands in the list now, not to what was read before', async () => {
    await useCases.viewMeeting({ ...place, meetingKey: MEETING });
    await putRows(database, 'plan-1', 'Meetings', [makeMeeting({ decisions: 'Written by hand' })]);
    await decide('And this.');
    expect((await meetingRow())?.decisions).toMatch(/^Written by hand\nMon 24 Jan 2022/);
  });

  test('is taken late for a meeting that is closed', async () => {
    expect(await decide('Late.', { meetingKey: CLOSED })).toMatchObject({ problems: [] });
    expect((await meetingRow(CLOSED))?.decisions).toContain('Late.');
  });
});

describe('who was there', () => {
  test('takes the place of what was recorded before; nobody is an answer', async () => {
    expect((await attend(['owner', 'data-owner'])).words).toBe('Recorded that 2 people were there.');
    expect((await meetingRow())?.attendees).toEqual(['owner', 'data-owner']);
    const { words, meeting } = await attend([], { submissionKey: 'form-0002' });
    expect(words).toBe('Recorded that nobody was there.');
    expect(meeting.attendanceRecorded).toBe(false);
    expect((await meetingRow())?.attendees).toEqual([]);
    expect((await waiting()).map(({ changes, base }) => [base.attendees, changes.attendees])).toEqual([
      [[], ['owner', 'data-owner']],
      [['owner', 'data-owner'], []],
    ]);
  });
});

describe('copies of a submission', () => {
  const submits: readonly [string, () => ReturnType<UseCases['addAction']>][] = [
    ['a new action', () => add()],
    ['a decision', () => decide('Once.')],
    ['who was there', () => attend(['owner'])],
  ];

  test.each(submits)('of %s change things once and get the same words', async (_what, submit) => {
    const answers = await Promise.all([submit(), submit(), submit(), submit()]);
    deps.setClock('2022-01-24T10:13:00Z');
    answers.push(await submit());
    // Even where the first could no longer be taken.
    await putRows(database, 'plan-1', 'Meetings', [makeMeeting({ state: 'Cancelled' })]);
    await database.query('UPDATE plan_site SET version = version + 1');
    answers.push(await submit());
    expect(new Set(answers.map(({ words, meeting }) => `${words}/${meeting.submissionKey}`)).size).toBe(1);
    expect(answers.every(({ problems }) => problems.length === 0)).toBe(true);
    expect(await waiting()).toHaveLength(1);
  });

  test('of one that can’t be taken get the same words too', async () => {
    const [first, second] = await Promise.all([add({ title: '' }), add({ title: '' })]);
    expect(second).toEqual(first);
  });
});

describe('who may not answer the group’s check-in', () => {
  const submits = {
    addAction: (actor: Actor) => add({}, { actor }),
    recordDecision: (actor: Actor) => decide('Not mine to say.', { actor }),
    recordAttendance: (actor: Actor) => attend([], { actor }),
    viewMeeting: (actor: Actor) => useCases.viewMeeting({ ...place, actor }),
    viewGroupMeeting: (actor: Actor) => useCases.viewGroupMeeting({ ...place, actor, groupKey: 'send' }),
    viewChannelMeeting: (actor: Actor) => useCases.viewChannelMeeting({ actor, channelId: 'channel-1' }),
  };
  const people: readonly [string, Actor][] = [
    ['somebody of another group', actorOf(PLAN, 'data-owner')],
    ['a director', actorOf(PLAN, 'director')],
    ['a stranger', STRANGER],
    ['somebody of another tenant', { ...OWNER, tenantId: '22222222-2222-4222-8222-222222222222' }],
    ['a guest whom Teams does not name', { ...STRANGER, entraObjectId: null, email: null }],
  ];
  const cases = people.flatMap(([who, actor]) =>
    Object.entries(submits).map(([what, submit]) => ({ who, what, run: () => submit(actor) })),
  );

  test.each(cases)('$who is refused politely: $what', async ({ run }) => {
    const before = await everything(database, 'plan-1');
    await expect(run()).rejects.toMatchObject({ code: 'FORBIDDEN', userMessage: expect.any(String) });
    expect(await everything(database, 'plan-1')).toEqual(before);
    expect(deps.nudges()).toBe(0);
  });

  test.each(['owner', 'chair', 'both', 'manager'])('but %s may', async (key) => {
    const actor = actorOf(PLAN, key);
    expect(await add({}, { actor })).toMatchObject({ problems: [] });
    expect(await decide('Fine.', { actor })).toMatchObject({ problems: [] });
  });
});

describe('what does not fit together is refused', () => {
  const cases: readonly [string, () => Promise<unknown>, string][] = [
    ['a meeting that was cancelled', () => decide('No.', { meetingKey: CANCELLED }), 'STALE'],
    ['an action raised at it', () => add({}, { meetingKey: CANCELLED }), 'STALE'],
    ['a meeting that is not there', () => attend([], { meetingKey: 'send@2020-01-01' }), 'STALE'],
    ['the meeting of another group', () => add({}, { meetingKey: 'data@2022-01-11' }), 'STALE'],
    ['a group that is not there', () => add({}, { meetingKey: null, groupKey: 'none' }), 'STALE'],
    [
      'a group that meets no more',
      () => useCases.viewGroupMeeting({ ...place, actor: actorOf(PLAN, 'manager'), groupKey: 'old' }),
      'STALE',
    ],
    ['a key that is none', () => add({}, { submissionKey: "x'; DROP TABLE outbox" }), 'BAD_INPUT'],
  ];
  test.each(cases)('%s', async (_what, run, code) => {
    const before = await everything(database, 'plan-1');
    await expect(run()).rejects.toMatchObject({ code, userMessage: expect.any(String) });
    expect(await everything(database, 'plan-1')).toEqual(before);
  });
});

describe('a meeting that is cancelled or deleted between the look at the plan and the transaction', () => {
  /** Something else happens first. */
  const after = (work: () => Promise<unknown>) =>
    createUseCases({
      ...deps,
      database: {
        ...database,
        transaction: async (inside) => {
          await work();
          return database.transaction(inside);
        },
      },
    });
  const cancel = () => cancelMeeting(deps, { ...place, actor: CHAIR });
  const drop = () => markDeleted(database, 'plan-1', 'Meetings', [1]);

  test.each([
    ['cancelled: a decision', cancel, /was cancelled/, (late: UseCases) => late.recordDecision],
    ['cancelled: who was there', cancel, /was cancelled/, (late: UseCases) => late.recordAttendance],
    ['cancelled: an action', cancel, /was cancelled/, (late: UseCases) => late.addAction],
    ['deleted: a decision', drop, /no longer in the plan/, (late: UseCases) => late.recordDecision],
    ['deleted: an action', drop, /no longer in the plan/, (late: UseCases) => late.addAction],
  ])('%s is refused, and nothing is saved', async (_what, work, words, of) => {
    const asked = { ...place, groupKey: 'send', action: INPUT, decision: 'Go on.', attendees: ['chair'] };
    await expect(of(after(work))(asked)).rejects.toMatchObject({
      code: 'STALE',
      userMessage: expect.stringMatching(words),
    });
    const written = (await waiting()).flatMap(({ changes }) => Object.keys(changes));
    expect(written).toEqual(work === cancel ? ['state'] : []);
  });
});

test('a form that is only sent back leaves the plan as it is kept', async () => {
  const before = await readPlanVersion(database, 'plan-1');
  expect((await add({ title: '' })).problems).not.toEqual([]);
  expect((await decide('')).problems).not.toEqual([]);
  expect(await readPlanVersion(database, 'plan-1')).toBe(before);
});
