import { describe, expect, test } from '@jest/globals';
import { isChairOf, isMemberOf, mayAnswer, mayReadPlan, ownerOf, standInFor } from '../../plan/people.ts';
import {
  itemIn,
  makeGroup,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';

const member = makeOwner();
const chair = makeOwner({ key: 'chair', groups: [], roles: [] });
const manager = makeOwner({ key: 'manager', groups: [], roles: ['Plan manager'] });
const director = makeOwner({ key: 'director', groups: ['board'], roles: ['Director', 'Chair'] });
const stranger = makeOwner({ key: 'stranger' });
const board = makeGroup({ key: 'board', kind: 'Board', chair: 'director' });
const plan = makePlan({
  groups: [makeGroup(), board],
  owners: [member, chair, manager, director],
  recommendations: [makeRecommendation({ owner: 'director' })],
});

describe('who somebody is', () => {
  test('the directory id decides, in whatever letters', () => {
    const id = (member.entraObjectId ?? '').toUpperCase();
    expect(ownerOf(plan, { entraObjectId: id, email: 'somebody@else.example' })).toBe(member);
  });

  test('an address opens nothing where the row has another id', () => {
    expect(ownerOf(plan, { entraObjectId: 'other-id', email: member.email })).toBeNull();
    expect(ownerOf(plan, { entraObjectId: null, email: member.email })).toBeNull();
  });

  test('an address counts for a row that has no id yet', () => {
    const fresh = makeOwner({ key: 'fresh', entraObjectId: null });
    const withFresh = makePlan({ owners: [fresh] });
    expect(ownerOf(withFresh, { entraObjectId: 'new-id', email: 'FRESH@alp.example ' })).toBe(fresh);
  });

  test('blank never matches blank', () => {
    const blank = makePlan({ owners: [makeOwner({ entraObjectId: '', email: '' })] });
    expect(ownerOf(blank, { entraObjectId: '', email: '' })).toBeNull();
    expect(ownerOf(blank, { entraObjectId: null, email: null })).toBeNull();
  });
});

describe('what somebody may do', () => {
  test('only people of the plan read it', () => {
    expect([mayReadPlan(plan, member), mayReadPlan(plan, stranger), mayReadPlan(plan, null)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('members, the chair and plan managers answer for a group; others and strangers do not', () => {
    const may = [member, chair, manager, director, stranger].map((one) => mayAnswer(plan, one, 'send'));
    expect(may).toEqual([true, true, true, false, false]);
    expect(mayAnswer(plan, member, 'board')).toBe(false);
    expect(mayAnswer(plan, member, null)).toBe(false);
  });

  test('whoever sits on a board or in a reference group reads, and answers for nothing of it', () => {
    const parents = makeGroup({ key: 'parents', kind: 'Reference' });
    const facilitator = makeOwner({ key: 'facilitator', groups: ['board', 'parents'] });
    const wider = makePlan({ groups: [board, parents], owners: [facilitator, director, manager] });
    const may = (owner: typeof member) => [
      mayAnswer(wider, owner, 'board'),
      mayAnswer(wider, owner, 'parents'),
    ];
    expect([facilitator, director, manager].map(may)).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  test('an owner answers for their own item whoever leads it', () => {
    expect(mayAnswer(plan, director, 'send', itemIn(plan, recommendation(3)))).toBe(true);
  });

  test('the chair is whom the group names, else a member in that role', () => {
    expect(isChairOf(plan, chair, 'send')).toBe(true);
    expect(isChairOf(plan, member, 'send')).toBe(false);
    const unnamed = makeGroup({ chair: null });
    expect(isChairOf(plan, makeOwner({ roles: ['Chair'] }), unnamed)).toBe(true);
    expect(isChairOf(plan, makeOwner({ roles: ['Chair'], groups: [] }), unnamed)).toBe(false);
    expect(isChairOf(plan, chair, 'no such group')).toBe(false);
    expect(isMemberOf(member, 'send')).toBe(true);
  });
});

describe('standing in', () => {
  const away = { awayFrom: '2022-01-10', awayTo: '2022-01-14' };
  const standIn = (owners: ReturnType<typeof makeOwner>[], day: string) =>
    standInFor(makePlan({ owners }), owners[0] ?? makeOwner(), day)?.key ?? null;

  test('from the first day to the last, both included', () => {
    const owners = [makeOwner({ ...away, deputy: 'two' }), makeOwner({ key: 'two' })];
    const days = ['2022-01-09', '2022-01-10', '2022-01-14', '2022-01-15'];
    expect(days.map((day) => standIn(owners, day))).toEqual(['owner', 'two', 'two', 'owner']);
  });

  test('nobody where there is no deputy, or all are away in a circle', () => {
    expect(standIn([makeOwner(away)], '2022-01-12')).toBeNull();
    const circle = [
      makeOwner({ ...away, deputy: 'two' }),
      makeOwner({ key: 'two', ...away, deputy: 'owner' }),
    ];
    expect(standIn(circle, '2022-01-12')).toBeNull();
  });

  test('the deputy’s deputy where both are away', () => {
    const owners = [
      makeOwner({ ...away, deputy: 'two' }),
      makeOwner({ key: 'two', ...away, deputy: 'three' }),
      makeOwner({ key: 'three' }),
    ];
    expect(standIn(owners, '2022-01-12')).toBe('three');
  });
});
