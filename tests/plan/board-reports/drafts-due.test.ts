import { describe, expect, test } from '@jest/globals';
import { meetingOfReport, nextBoardMeeting } from '../../../plan/board-reports/board-calendar.ts';
import { draftsDue, nextDraftOn } from '../../../plan/board-reports/drafts-due.ts';
import { dayOfReportKey, reportKeyOf } from '../../../plan/board-reports/report-key.ts';
import { openReportOf, reportsOf } from '../../../plan/board-reports/report-rows.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { BoardReport, Group } from '../../../plan/rows.ts';
import { at, makeGroup, makeMeeting, makePlan } from '../../helpers/make-plan.ts';
import { makeSamplePlan } from '../../helpers/make-sample-plan.ts';

/** Every two months from Monday 14 February 2022. */
const board = makeGroup({
  key: 'board',
  title: 'Board',
  kind: 'Board',
  everyWeeks: null,
  everyMonths: 2,
  firstMeeting: '2022-02-14',
});

function planWith(over: Partial<Plan> = {}, group: Partial<Group> = {}): Plan {
  return makePlan({ groups: [{ ...board, ...group }], ...over });
}

function makeRow(over: Partial<BoardReport> = {}): BoardReport {
  return {
    key: reportKeyOf('board', '2022-02-14'),
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

const dueOn = (plan: Plan, day: string) => draftsDue(plan, at(`${day}T09:00:00Z`));

describe('a board’s calendar', () => {
  test('is its rhythm, and today’s meeting is the next', () => {
    const plan = planWith();
    expect(nextBoardMeeting(plan, board, '2022-02-14')?.on).toBe('2022-02-14');
    expect(nextBoardMeeting(plan, board, '2022-02-15')?.on).toBe('2022-04-11');
  });

  test('or days that people named in the list', () => {
    const row = makeMeeting({
      key: '17',
      group: 'board',
      startsAt: '2022-03-02T14:00:00Z',
      state: 'Planned',
    });
    const plan = planWith({ meetings: [row] }, { everyMonths: null, firstMeeting: null });
    const [only] = plan.groups;
    expect(only && nextBoardMeeting(plan, only, '2022-02-14')?.on).toBe('2022-03-02');
    expect(dueOn(plan, '2022-02-14')).toMatchObject([{ key: 'report:board:2022-03-02' }]);
  });

  test('a report keeps its meeting when that is moved', () => {
    const moved = makeMeeting({
      key: 'board@2022-02-14',
      group: 'board',
      startsAt: '2022-02-21T14:00:00Z',
      state: 'Planned',
    });
    const plan = planWith({ meetings: [moved], boardReports: [makeRow({ state: 'Posted' })] });
    expect(meetingOfReport(plan, board, makeRow())?.on).toBe('2022-02-21');
    expect(dueOn(plan, '2022-02-15')).toEqual([]);
  });
});

describe('a draft is due', () => {
  test('as soon as the lead time has come, for what was since two months before', () => {
    expect(dueOn(planWith(), '2021-12-15')).toEqual([]);
    expect(dueOn(planWith(), '2021-12-16')).toEqual([
      {
        boardKey: 'board',
        meetingOn: '2022-02-14',
        key: 'report:board:2022-02-14',
        title: 'Board, report for 14 Feb 2022',
        periodFrom: '2021-12-14',
        periodTo: '2022-02-14',
      },
    ]);
  });

  test('once: while one is open there is no other', () => {
    const plan = planWith({ boardReports: [makeRow()] });
    expect(dueOn(plan, '2022-01-10')).toEqual([]);
    expect(dueOn(plan, '2022-02-15')).toEqual([]);
    expect(openReportOf(plan, board)?.key).toBe('report:board:2022-02-14');
  });

  test('for the next meeting too, a fortnight after one for which nothing was posted', () => {
    const plan = planWith({ boardReports: [makeRow()] });
    expect(dueOn(plan, '2022-02-28')).toEqual([]);
    expect(dueOn(plan, '2022-03-01')).toMatchObject([
      { meetingOn: '2022-04-11', periodFrom: '2022-02-11', periodTo: '2022-04-11' },
    ]);
  });

  test('and one that was never posted is open no more once that of a later meeting is posted', () => {
    const later = makeRow({
      key: reportKeyOf('board', '2022-04-11'),
      state: 'Posted',
      periodTo: '2022-03-02',
    });
    expect(openReportOf(planWith({ boardReports: [makeRow(), later] }), board)).toBeNull();
    const late = makeRow({ state: 'Posted', periodTo: '2022-04-12' });
    const draft = { ...later, state: 'Draft' as const, periodTo: '2022-04-11' };
    expect(openReportOf(planWith({ boardReports: [late, draft] }), board)?.key).toBe(later.key);
  });

  test('for the next meeting once the one before is over, from the day after what was told', () => {
    const posted = makeRow({ state: 'Posted', periodTo: '2022-02-10' });
    const plan = planWith({ boardReports: [posted] });
    expect(dueOn(plan, '2022-02-14')).toEqual([]);
    expect(dueOn(plan, '2022-02-15')).toMatchObject([
      { meetingOn: '2022-04-11', periodFrom: '2022-02-11', periodTo: '2022-04-11' },
    ]);
  });

  test('on a day that can be named before', () => {
    const on = (plan: Plan, today: string) => nextDraftOn(plan, board, today);
    expect(on(planWith(), '2021-12-01')).toBe('2021-12-16');
    expect(on(planWith(), '2022-01-10')).toBe('2022-01-10');
    expect(on(planWith({ boardReports: [makeRow()] }), '2022-01-10')).toBeNull();
    const posted = planWith({ boardReports: [makeRow({ state: 'Posted' })] });
    expect(on(posted, '2022-01-10')).toBe('2022-02-15');
    expect(on(posted, '2022-02-15')).toBe('2022-02-15');
    expect(nextDraftOn(planWith(), { ...board, firstMeeting: null }, '2022-01-10')).toBeNull();
  });

  test('not for boards that were given up or never meet, nor for other groups', () => {
    expect(dueOn(planWith({}, { active: false }), '2022-02-01')).toEqual([]);
    expect(dueOn(planWith({}, { firstMeeting: null }), '2022-02-01')).toEqual([]);
    expect(dueOn(planWith({}, { kind: 'Operational' }), '2022-02-01')).toEqual([]);
  });

  test('for each board of the sample plan by its own calendar', () => {
    const due = dueOn(makeSamplePlan(), '2022-01-10');
    expect(due.map(({ boardKey, meetingOn }) => [boardKey, meetingOn])).toEqual([
      ['Education Transformation Programme Board', '2022-01-20'],
      ['SEND Improvement Board', '2022-02-14'],
    ]);
  });
});

test('keys name board and day, whatever the board is called', () => {
  expect(dayOfReportKey(reportKeyOf('a:b:2020-01-01', '2022-02-14'))).toBe('2022-02-14');
  expect(dayOfReportKey('17')).toBeNull();
  expect(dayOfReportKey('report:board:soon')).toBeNull();
});

test('reports are listed with the newest first', () => {
  const older = makeRow({ key: 'one', periodTo: '2021-12-01' });
  const newer = makeRow({ key: 'two', periodTo: '2022-02-14' });
  expect(reportsOf(planWith({ boardReports: [older, newer] }), board).map(({ key }) => key)).toEqual([
    'two',
    'one',
  ]);
});
