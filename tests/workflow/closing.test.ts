import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../plan/plan.ts';
import type { Meeting } from '../../plan/rows.ts';
import { readRows } from '../../store/mirror.ts';
import { readWaiting } from '../../store/outbox.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import { closeCheckIn } from '../../workflow/meetings/close-check-in.ts';
import { refreshCards } from '../../workflow/meetings/refresh-cards.ts';
import { deliverNotices } from '../../workflow/notices/deliver-notices.ts';
import { runDue } from '../../workflow/run-due.ts';
import {
  makeGroup,
  makeMeeting,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';
import { actorOf, putRows } from './helpers/fill-mirror.ts';
import { letRest } from './helpers/live-card.ts';
import { makeDeps, type TestProcess } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

/** SEND meets on Monday 10 January at 10:00; what is asked is due long after. */
const PLAN: Plan = makePlan({
  groups: [
    makeGroup(),
    makeGroup({
      key: 'data',
      itemId: 2,
      title: 'Data',
      chair: null,
      everyWeeks: null,
      channelId: 'channel-2',
    }),
  ],
  owners: [
    ...makePlan().owners,
    makeOwner({ key: 'manager', itemId: 3, roles: ['Plan manager'], groups: [] }),
    makeOwner({ key: 'other', itemId: 4, roles: ['Member', 'Chair'], groups: ['data'] }),
  ],
  recommendations: [3, 4].map((number) =>
    makeRecommendation({ number, confidence: 'Red', baselineDue: '2022-09-30', forecastDue: '2022-09-30' }),
  ),
});
const MEETING = 'send@2022-01-10';
const OPENS = '2022-01-07T09:00:00Z';
const AFTER_MEETING = '2022-01-10T11:30:00Z';
const CLOSES = '2022-01-11T17:00:00Z';

openOwnProcess(PLAN);

const runAt = async (...instants: readonly string[]) => {
  for (const instant of instants) {
    deps.setClock(instant);
    await runDue(deps);
  }
};
const meetingNow = async () =>
  (await readRows(database, 'plan-1', 'Meetings')).find(({ key }) => key === MEETING)?.row;
const close = (by: string, process: TestProcess = deps) =>
  closeCheckIn(process, { actor: actorOf(PLAN, by), planId: 'plan-1', meetingKey: MEETING });
const answer = (submissionKey: string, number = 3) =>
  answerItems(deps, {
    actor: actorOf(PLAN, 'owner'),
    planId: 'plan-1',
    meetingKey: MEETING,
    submissionKey,
    answers: [{ ref: recommendation(number), note: 'Said', reason: 'Because' }],
  });
/** What somebody did to the meeting's row in SharePoint, as a reading brings it. */
const editByHand = async (changes: Partial<Meeting>) => {
  const row = (await meetingNow()) as Partial<Meeting> | undefined;
  await putRows(database, 'plan-1', 'Meetings', [makeMeeting({ key: MEETING, ...row, ...changes })]);
  await database.query('UPDATE check_in_card SET dirty = true');
  await raisePlanVersion(database, 'plan-1');
};
const summaries = () => deps.messenger.of('summary');
const TO_SEND = expect.objectContaining({ kind: 'channel', channelId: 'channel-1' });

describe('closed by its chair', () => {
  test('a check-in is summed up at once, in its own channel, once however often it is closed', async () => {
    await runAt(OPENS);
    deps.setClock(AFTER_MEETING);
    await answer('card-0001');
    const before = deps.nudges();
    expect(await close('chair')).toMatchObject({ state: 'Closed', meetingKey: MEETING });
    expect(deps.nudges()).toBe(before + 1);
    await deliverNotices(deps);
    expect(await close('chair')).toMatchObject({ state: 'Closed' });
    await runAt(AFTER_MEETING, CLOSES, '2022-01-12T09:00:00Z');
    expect(summaries()).toEqual([
      expect.objectContaining({ groupName: 'SEND', askedCount: 2, answeredCount: 1, to: TO_SEND }),
    ]);
    expect(await meetingNow()).toMatchObject({ state: 'Closed', closedAt: AFTER_MEETING });
  });

  test('its card says so, and later answers count as late', async () => {
    await runAt(OPENS);
    deps.setClock(AFTER_MEETING);
    await close('chair');
    await refreshCards(deps);
    expect(deps.messenger.updated.at(-1)?.content).toMatchObject({ kind: 'check-in', state: 'closed' });
    deps.setClock('2022-01-10T12:00:00Z');
    expect(await answer('card-0001')).toMatchObject({ isLate: true });
    await letRest(database);
    await refreshCards(deps);
    const card = deps.messenger.updated.at(-1)?.content;
    const asked = card?.kind === 'check-in' ? card.asked : [];
    const lateOnes = asked.filter(({ answered }) => answered?.late).map(({ label }) => label);
    expect(lateOnes).toEqual(['3']);
  });

  test('SharePoint is told when and by whom', async () => {
    await runAt(OPENS);
    deps.setClock(AFTER_MEETING);
    await close('manager');
    expect((await readWaiting(database, 'plan-1', 20)).at(-1)).toMatchObject({
      list: 'Meetings',
      key: MEETING,
      kind: 'update',
      changes: { state: 'Closed', closedAt: AFTER_MEETING },
      base: { state: 'Open', closedAt: null },
      saidBy: 'manager',
    });
  });

  test.each(['owner', 'other'])('is refused to %s, who is told who can', async (by) => {
    await runAt(OPENS);
    const words =
      by === 'owner' ? 'Only the chair of the SEND group and plan managers can' : expect.any(String);
    await expect(close(by)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      userMessage: typeof words === 'string' ? expect.stringContaining(words) : words,
    });
    expect(await meetingNow()).toMatchObject({ state: 'Open' });
    expect(summaries()).toEqual([]);
  });

  test('is refused for a check-in that was cancelled or never opened', async () => {
    await expect(close('chair')).rejects.toMatchObject({ code: 'STALE' });
    expect(await readRows(database, 'plan-1', 'Meetings')).toEqual([]);
    await runAt(OPENS);
    await editByHand({ state: 'Cancelled' });
    await expect(close('chair')).rejects.toMatchObject({ code: 'STALE' });
  });

  test('in two processes at once it is closed and summed up once', async () => {
    await runAt(OPENS);
    const other = makeDeps({ database, messenger: deps.messenger });
    for (const process of [deps, other]) process.setClock(AFTER_MEETING);
    await Promise.all([deps, other].map((process) => close('chair', process)));
    for (const process of [deps, other]) process.setClock(CLOSES);
    await Promise.all([deps, other].map((process) => runDue(process)));
    expect(summaries()).toHaveLength(1);
    const writes = (await readWaiting(database, 'plan-1', 20)).filter(({ changes }) => 'closedAt' in changes);
    expect(writes.map(({ kind }) => kind)).toEqual(['create', 'update']);
  });
});

describe('closed by itself', () => {
  test('a check-in is summed up at its closing time, though nobody answered', async () => {
    await runAt(OPENS, '2022-01-11T16:59:59Z');
    expect(summaries()).toEqual([]);
    await runAt(CLOSES, CLOSES, '2022-01-12T09:00:00Z');
    expect(summaries()).toEqual([expect.objectContaining({ askedCount: 2, answeredCount: 0, to: TO_SEND })]);
    expect(await meetingNow()).toMatchObject({ state: 'Closed', closedAt: CLOSES });
  });

  test('what nobody answered is in its owner’s next reminder, once', async () => {
    await runAt(OPENS, CLOSES);
    const before = deps.messenger.of('reminder').length;
    await runAt('2022-01-12T09:00:00Z', '2022-01-12T09:01:00Z', '2022-01-13T09:00:00Z');
    const after = deps.messenger.of('reminder').slice(before);
    expect(after).toHaveLength(1);
    expect(after[0]?.plans[0]?.entries.map(({ why, line }) => [why, line.label])).toEqual([
      ['check-in unanswered', '3'],
      ['check-in unanswered', '4'],
    ]);
  });
});

describe('closed by hand in SharePoint', () => {
  test('a check-in is noted, redrawn and summed up like any other', async () => {
    await runAt(OPENS);
    await editByHand({ state: 'Closed' });
    await runAt(AFTER_MEETING, '2022-01-10T11:31:00Z', CLOSES);
    expect(await meetingNow()).toMatchObject({ state: 'Closed', closedAt: AFTER_MEETING });
    expect(summaries()).toHaveLength(1);
    expect(deps.messenger.updated.at(-1)?.content).toMatchObject({ state: 'closed' });
  });

  test('opened again and closed, it is summed up no second time', async () => {
    await runAt(OPENS);
    await editByHand({ state: 'Closed' });
    await runAt(AFTER_MEETING);
    await editByHand({ state: 'Open' });
    await runAt(CLOSES);
    expect(await meetingNow()).toMatchObject({ state: 'Closed', closedAt: CLOSES });
    expect(summaries()).toHaveLength(1);
  });

  test.each([
    ['long ago', '2022-01-03T10:00:00Z'],
    ['lately, but nobody was ever asked', '2022-01-10T10:00:00Z'],
  ])('a meeting that came into the list closed, %s, is not summed up', async (_when, startsAt) => {
    await putRows(database, 'plan-1', 'Meetings', [
      makeMeeting({ key: '37', itemId: 37, startsAt, state: 'Closed' }),
    ]);
    await runAt('2022-01-10T12:00:00Z', CLOSES);
    expect(summaries().map(({ meetingWords }) => meetingWords)).not.toContain('Mon 3 Jan 2022, 10:00');
    const rows = await database.query<{ period: string; state: string }>(
      "SELECT period, state FROM notice WHERE kind = 'summary' AND period = '37'",
    );
    expect(rows.filter(({ state }) => state === 'sent')).toEqual([]);
  });
});
