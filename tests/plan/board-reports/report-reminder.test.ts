import { describe, expect, test } from '@jest/globals';
import { duePersonally } from '../../../plan/notices/index.ts';
import { DEFAULT_PREFERENCES } from '../../../plan/notices/preferences.ts';
import { reportReminderRule } from '../../../plan/notices/report-reminder.ts';
import { directoryIdOf } from '../../../plan/people.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { BoardReport, Group, Owner } from '../../../plan/rows.ts';
import { at, makeGroup, makeOwner, makePlan } from '../../helpers/make-plan.ts';

/** Every two months from Monday 14 February 2022, at 14:00; ten and three days before are Friday the 4th and the 11th. */
const board = makeGroup({
  key: 'board',
  title: 'Board',
  kind: 'Board',
  chair: 'board-chair',
  author: 'author',
  everyWeeks: null,
  everyMonths: 2,
  firstMeeting: '2022-02-14',
  meetingTime: '14:00',
});

const person = (key: string, over: Partial<Owner> = {}) => makeOwner({ key, groups: [], ...over });
const chair = person('board-chair', { deputy: 'deputy' });
const author = person('author');
const deputy = person('deputy');
const manager = person('manager', { roles: ['Plan manager'] });

function makeRow(over: Partial<BoardReport> = {}): BoardReport {
  return {
    key: 'report:board:2022-02-14',
    itemId: 1,
    title: 'Board, report for 14 Feb 2022',
    board: 'board',
    periodFrom: '2021-12-14',
    periodTo: '2022-02-14',
    state: 'Draft',
    approvedBy: null,
    postedOn: null,
    document: null,
    ...over,
  };
}

function planWith(
  row: Partial<BoardReport> | null = {},
  group: Partial<Group> = {},
  owners: readonly Owner[] = [chair, author, deputy, manager],
): Plan {
  return makePlan({
    groups: [{ ...board, ...group }],
    owners,
    boardReports: row === null ? [] : [makeRow(row)],
  });
}

/** Who is told of a report at a moment, and of which step. */
function told(plan: Plan, moment: string, preferences = new Map()) {
  return duePersonally({ plans: [plan], preferences, now: at(moment) })
    .filter(({ kind }) => kind === 'report-reminder')
    .map(({ subject, period }) => {
      const owner = plan.owners.find((one) => directoryIdOf(one) === subject);
      return `${owner?.key} ${period.split('/').slice(1).join(' ')}`;
    });
}

const words = (plan: Plan, step: string, moment: string) =>
  reportReminderRule.content({
    plans: [plan],
    preferences: new Map(),
    ledger: { warnings: [], handovers: [], disowned: [], reminders: [], news: [] },
    entraObjectId: 'anybody',
    period: `plan-1/board/2022-02-14/${step}`,
    now: at(moment),
  });

describe('that a report is not posted', () => {
  test('chair and author are told ten and three days ahead, in working hours, and nobody else', () => {
    expect(told(planWith(), '2022-02-03T10:00:00Z')).toEqual([]);
    expect(told(planWith(), '2022-02-04T08:00:00Z')).toEqual([]);
    expect(told(planWith(), '2022-02-04T10:00:00Z')).toEqual([
      'board-chair board 2022-02-14 10',
      'author board 2022-02-14 10',
    ]);
    expect(told(planWith(), '2022-02-05T10:00:00Z')).toEqual([]);
    expect(told(planWith(), '2022-02-11T10:00:00Z')).toEqual([
      'board-chair board 2022-02-14 3',
      'author board 2022-02-14 3',
    ]);
  });

  test('the same step is named until the next, so that it is sent once, and later to whoever was away', () => {
    const away = { ...author, awayFrom: '2022-02-04', awayTo: '2022-02-07' };
    const plan = planWith({}, {}, [chair, away, deputy, manager]);
    expect(told(plan, '2022-02-04T10:00:00Z')).toEqual(['board-chair board 2022-02-14 10']);
    expect(told(plan, '2022-02-08T10:00:00Z')).toEqual([
      'board-chair board 2022-02-14 10',
      'author board 2022-02-14 10',
    ]);
  });

  test('somebody who is both is told once; so is who stands in for both', () => {
    const alone = planWith({}, { author: 'board-chair' });
    expect(told(alone, '2022-02-04T10:00:00Z')).toEqual(['board-chair board 2022-02-14 10']);
    const away = { awayFrom: '2022-02-01', awayTo: '2022-02-28', deputy: 'deputy' };
    const both = planWith({}, {}, [{ ...chair, ...away }, { ...author, ...away }, deputy, manager]);
    expect(told(both, '2022-02-04T10:00:00Z')).toEqual(['deputy board 2022-02-14 10']);
  });

  test('a step that would fall on a weekend comes on the working day before', () => {
    const tuesday = { firstMeeting: '2022-02-15' };
    const plan = planWith(null, tuesday);
    expect(told(plan, '2022-02-03T10:00:00Z')).toEqual([]);
    expect(told(plan, '2022-02-04T10:00:00Z')).toHaveLength(2);
  });

  test('nobody is told on a day on which they don’t work, nor of what is posted', () => {
    const part = new Map([[directoryIdOf(author) ?? '', { ...DEFAULT_PREFERENCES, workDays: [1, 2] }]]);
    expect(told(planWith(), '2022-02-04T10:00:00Z', part)).toEqual(['board-chair board 2022-02-14 10']);
    expect(told(planWith({ state: 'Posted' }), '2022-02-04T10:00:00Z')).toEqual([]);
    const corrected = planWith({ state: 'Draft', postedOn: '2022-02-04T09:00:00Z' });
    expect(told(corrected, '2022-02-11T10:00:00Z')).toEqual([]);
  });

  test('plan managers are told once the board has met without it', () => {
    expect(told(planWith(), '2022-02-14T13:30:00Z')).toEqual([
      'board-chair board 2022-02-14 3',
      'author board 2022-02-14 3',
    ]);
    expect(told(planWith(), '2022-02-14T14:30:00Z')).toEqual(['manager board 2022-02-14 overdue']);
    expect(told(planWith(), '2022-02-15T10:00:00Z')).toEqual(['manager board 2022-02-14 overdue']);
    expect(told(planWith(), '2022-03-15T10:00:00Z')).toEqual([]);
  });

  test('a meeting from before there were reports is not overdue', () => {
    expect(told(planWith(null), '2022-02-15T10:00:00Z')).toEqual([]);
  });
});

describe('what they are told', () => {
  test('names board and meeting, and what is missing', () => {
    expect(words(planWith(), '10', '2022-02-04T10:00:00Z')).toEqual({
      kind: 'report-reminder',
      planId: 'plan-1',
      planName: 'Sample plan',
      boardName: 'Board',
      reportKey: 'report:board:2022-02-14',
      meetingWords: 'Mon 14 Feb 2022, 14:00',
      awayWords: 'in 10 days',
      isOverdue: false,
      missing: ['It is a draft: look through it, have it approved, and SEND group owner posts it.'],
    });
  });

  test('an approved one only waits to be posted; a board without a channel is told so', () => {
    const plan = planWith({ state: 'Approved' }, { channelId: null });
    expect(words(plan, '3', '2022-02-11T10:00:00Z')?.missing).toEqual([
      'It is approved. SEND group owner posts it.',
      expect.stringMatching(/^Board has no channel/),
    ]);
  });

  test('a board whose report before is still open has no draft yet', () => {
    expect(words(planWith(null), '10', '2022-02-04T10:00:00Z')).toMatchObject({
      reportKey: null,
      missing: ['There is no draft yet: one is made once the report before it is posted.'],
    });
  });

  test('nothing, once it is posted, the board has met, or has not met after all', () => {
    expect(words(planWith({ state: 'Posted' }), '10', '2022-02-04T10:00:00Z')).toBeNull();
    expect(words(planWith(), '3', '2022-02-14T14:00:00Z')).toBeNull();
    expect(words(planWith(), 'overdue', '2022-02-14T13:59:00Z')).toBeNull();
    expect(words(planWith(), 'overdue', '2022-02-14T14:00:00Z')).toMatchObject({
      isOverdue: true,
      awayWords: 'today',
    });
  });
});
