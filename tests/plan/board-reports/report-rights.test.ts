import { describe, expect, test } from '@jest/globals';
import { boardProblems, reportObstacles } from '../../../plan/board-reports/report-obstacles.ts';
import {
  mayApproveReport,
  mayEditReport,
  mayPostReport,
  mayReadDraft,
} from '../../../plan/board-reports/report-rights.ts';
import { DEFAULT_SETTINGS, type Plan } from '../../../plan/plan.ts';
import type { Group, Owner } from '../../../plan/rows.ts';
import { makeGroup, makeOwner, makePlan } from '../../helpers/make-plan.ts';
import { makeEventfulPlan } from './helpers/eventful-plan.ts';
import { makeReport } from './helpers/make-report.ts';

const TODAY = '2022-02-07';

const person = (key: string, over: Partial<Owner> = {}) => makeOwner({ key, groups: [], ...over });
const people = {
  chair: person('board-chair', { roles: ['Chair'], deputy: 'deputy' }),
  deputy: person('deputy'),
  author: person('author'),
  manager: person('manager', { roles: ['Plan manager'] }),
  director: person('director', { roles: ['Director'] }),
  member: person('member', { groups: ['board'] }),
};
const stranger = person('stranger');

const board = makeGroup({
  key: 'board',
  title: 'Board',
  kind: 'Board',
  chair: 'board-chair',
  author: 'author',
});

function planWith(over: Partial<Group> = {}, owners: readonly Owner[] = Object.values(people)): Plan {
  return makePlan({ groups: [{ ...board, ...over }], owners });
}

const twoAsked = (plan: Plan): Plan => ({
  ...plan,
  settings: { ...DEFAULT_SETTINGS, reportApproval: 'A second person' },
});

/** Who of all of them may. */
const those = (may: (one: Owner) => boolean) =>
  [...Object.values(people), stranger].filter(may).map(({ key }) => key);

describe('who may', () => {
  const plan = planWith();

  test('edit: chair, author and plan managers', () => {
    expect(those((one) => mayEditReport(plan, one, board))).toEqual(['board-chair', 'author', 'manager']);
  });

  test('approve: chair, plan managers and Directors', () => {
    const may = those((one) => mayApproveReport(plan, one, board, ['board-chair']));
    expect(may).toEqual(['board-chair', 'manager', 'director']);
  });

  test('approve, where a second person is asked: none of those who wrote in it', () => {
    const writers = ['board-chair', 'author'];
    const may = those((one) => mayApproveReport(twoAsked(plan), one, board, writers));
    expect(may).toEqual(['manager', 'director']);
  });

  test('approve, where a second person is asked and nobody is named as author: not the chair', () => {
    const own = { ...board, author: null };
    const may = those((one) => mayApproveReport(twoAsked(plan), one, own, []));
    expect(may).toEqual(['manager', 'director']);
  });

  test('post: the chair, and while they are away their deputy', () => {
    expect(those((one) => mayPostReport(plan, one, board, TODAY))).toEqual(['board-chair']);
    const away = { ...people.chair, awayFrom: TODAY, awayTo: TODAY };
    const without = planWith({}, [away, people.deputy, people.manager]);
    expect(mayPostReport(without, people.deputy, board, TODAY)).toBe(true);
    expect(mayPostReport(without, people.deputy, board, '2022-02-08')).toBe(false);
    expect(mayPostReport(without, people.manager, board, TODAY)).toBe(false);
  });

  test('read a draft: those who may do something with it', () => {
    const may = those((one) => mayReadDraft(plan, one, board));
    expect(may).toEqual(['board-chair', 'deputy', 'author', 'manager', 'director']);
  });

  test('rows that have no author yet are those of their chair', () => {
    const { author: _none, ...row } = board;
    expect(mayEditReport(plan, people.chair, row as Group)).toBe(true);
    expect(mayEditReport(plan, people.author, row as Group)).toBe(false);
  });
});

describe('what stands in the way', () => {
  const data = makeReport(makeEventfulPlan());
  const obstacles = (
    plan: Plan,
    { viewer = people.manager, writers = [] as readonly string[], over = {}, report = data } = {},
  ) =>
    reportObstacles(plan, {
      board: { ...board, ...over },
      viewer,
      state: 'Draft',
      writers,
      data: report,
      listedBoard: board.key,
    });

  test('is nothing for a board that has everything', () => {
    expect(obstacles(planWith())).toEqual([]);
    expect(boardProblems(planWith(), board, TODAY)).toEqual([]);
  });

  test('a board without a chair, channel and calendar, each with its remedy', () => {
    const bare = { ...board, chair: null, channelId: null, everyWeeks: null };
    const problems = boardProblems(makePlan({ groups: [bare], owners: [people.manager] }), bare, TODAY);
    expect(problems).toEqual([
      expect.stringMatching(
        /^Board has no chair, .* is empty\. A plan manager chooses one under Settings, Boards\.$/,
      ),
      expect.stringMatching(/^Board has no channel, .* under Settings, Boards\.$/),
      expect.stringMatching(/^Board has no meeting ahead, .* to the list Meetings\.$/),
    ]);
  });

  test('a chair who is not in the list', () => {
    const gone = planWith({ chair: 'somebody' });
    expect(obstacles(gone, { over: { chair: 'somebody' } })).toEqual([
      expect.stringContaining('points to somebody who is not in the list Owners'),
    ]);
  });

  test('an approver who wrote in it, where two are asked; nobody else is told so', () => {
    const plan = twoAsked(planWith());
    const said = obstacles(plan, { viewer: people.chair, writers: ['board-chair'] });
    expect(said).toEqual([expect.stringContaining('asks for a second person')]);
    expect(obstacles(plan, { viewer: people.director, writers: ['board-chair'] })).toEqual([]);
  });

  test('nobody being left who may approve', () => {
    const plan = twoAsked(planWith({}, [people.chair, people.author]));
    expect(obstacles(plan, { viewer: people.author, writers: ['author', 'board-chair'] })).toEqual([
      expect.stringContaining('Nobody is left who may approve this report'),
    ]);
  });

  test('nothing to post', () => {
    const empty = { ...data, facts: { ...data.facts, total: 0 } };
    expect(obstacles(planWith(), { report: empty })).toEqual([
      expect.stringMatching(/^There is nothing to post: /),
    ]);
  });

  test('nothing, once it is posted', () => {
    const about = {
      board: { ...board, channelId: null },
      viewer: people.chair,
      writers: [],
      data,
      listedBoard: null,
    };
    expect(reportObstacles(planWith(), { ...about, state: 'Posted' })).toEqual([]);
  });
});
