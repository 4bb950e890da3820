import { describe, expect, test } from '@jest/globals';
import { type DoubtfulRow, findAttention } from '../../plan/attention.ts';
import type { Plan } from '../../plan/plan.ts';
import {
  makeAction,
  makeGroup,
  makeMeeting,
  makeMilestone,
  makeOwner,
  makePlan,
  makeRecommendation,
} from '../helpers/make-plan.ts';

const ID = '3f6d1b7c-0a5e-4c52-9c1e-0a7d5e8b9c01';
const OTHER_ID = '9b0e7a52-61c4-4d7f-8f0a-2d5c6b7a8e02';
const people = [makeOwner({ entraObjectId: ID }), makeOwner({ key: 'chair', entraObjectId: OTHER_ID })];
const messagesOf = (plan: Partial<Plan>, doubtful: readonly DoubtfulRow[] = []) =>
  findAttention(makePlan({ owners: people, ...plan }), doubtful).map(({ list, key, messages }) => [
    list,
    key,
    ...messages,
  ]);

test('a plan in which everything is as it should be needs no attention', () => {
  const plan = {
    groups: [
      makeGroup(),
      makeGroup({ key: 'board', kind: 'Board', everyWeeks: null, everyMonths: 2, meetingTime: '9.30' }),
    ],
    recommendations: [makeRecommendation(), makeRecommendation({ number: 4, forecastDue: null })],
    actions: [makeAction()],
    milestones: [makeMilestone()],
    meetings: [makeMeeting()],
  };
  expect(messagesOf(plan)).toEqual([]);
});

test('what could not be read is said with the column and what belongs there, in one entry a row', () => {
  const doubtful: DoubtfulRow[] = [
    {
      list: 'Recommendations',
      key: 'rec-3',
      title: 'Recommendation 3',
      faults: [
        { kind: 'unreadable', column: 'Stage', mustBe: 'one of: Not started, Complete' },
        { kind: 'points to nothing', column: 'Owner', target: 'Owners' },
      ],
    },
    {
      list: 'Sign-offs',
      key: '4',
      title: '',
      faults: [{ kind: 'unreadable', column: 'On', mustBe: 'a date' }],
    },
  ];
  expect(
    messagesOf({ recommendations: [makeRecommendation({ baselineDue: '0022-03-31' })] }, doubtful),
  ).toEqual([
    [
      'Recommendations',
      'rec-3',
      'Stage must be one of: Not started, Complete; what stands there cannot be read.',
      'Owner must be a row of the list Owners; the one it points to is not there.',
      'Baseline due must be a date from 1990 to 2099.',
    ],
    ['Sign-offs', '4', 'On must be a date; what stands there cannot be read.'],
  ]);
});

describe('a group', () => {
  test.each([
    [{ kind: null }, 'Kind must be one of'],
    [{ meetingTime: 'half past nine' }, 'Meeting time must be a time such as 09:30'],
    [{ meetingTime: '25:00' }, 'Meeting time must be a time such as 09:30'],
    [{ everyWeeks: 0 }, 'Every weeks must be a whole number from 1'],
    [{ everyWeeks: 1e9 }, 'Every weeks must be a whole number from 1'],
    [{ everyMonths: 1.5 }, 'Every months must be a whole number from 1'],
  ])('with %j', (overrides, words) => {
    expect(messagesOf({ groups: [makeGroup(overrides)] })).toEqual([
      ['Groups', 'send', expect.stringContaining(words)],
    ]);
  });
});

describe('an owner', () => {
  test.each([
    [{ entraObjectId: null }, 'Entra object ID must be filled in'],
    [{ entraObjectId: 'jo.bloggs@alp.example' }, 'Entra object ID must be the person’s ID'],
    [{ awayFrom: '2022-02-10', awayTo: '2022-02-01' }, 'Away to must not be before Away from'],
    [{ deputy: 'owner' }, 'Deputy must be somebody else'],
  ])('with %j', (overrides, words) => {
    const owners = [
      makeOwner({ entraObjectId: ID, ...overrides }),
      makeOwner({ key: 'chair', entraObjectId: OTHER_ID }),
    ];
    expect(messagesOf({ owners })).toEqual([['Owners', 'owner', expect.stringContaining(words)]]);
  });

  test('entered twice, by ID or by address, however it is written', () => {
    const twice = [
      makeOwner({ entraObjectId: ID, email: 'a@alp.example' }),
      makeOwner({ key: 'chair', entraObjectId: ` ${ID.toUpperCase()}`, email: 'b@alp.example' }),
      makeOwner({ key: 'third', entraObjectId: OTHER_ID, email: 'A@alp.example ' }),
    ];
    expect(messagesOf({ owners: twice }).map(([, key, ...messages]) => [key, messages.length])).toEqual([
      ['owner', 2],
      ['chair', 1],
      ['third', 1],
    ]);
  });
});

test('recommendations without a number, or with one that another has', () => {
  const numbers = [3, 3, null, 0, 2.5];
  const recommendations = numbers.map((number, index) =>
    makeRecommendation({ number, key: `${index}`, title: 'Same' }),
  );
  expect(messagesOf({ recommendations }).map(([, key, message]) => [key, message?.slice(0, 30)])).toEqual([
    ['0', 'Number stands in another row t'],
    ['1', 'Number stands in another row t'],
    ['2', 'Number must be a whole number '],
    ['3', 'Number must be a whole number '],
    ['4', 'Number must be a whole number '],
  ]);
});

test('dates that cannot be meant, and meetings of nobody or without a time', () => {
  const plan = {
    actions: [makeAction({ forecastDue: '1899-12-30', completedOn: '2221-01-01' })],
    milestones: [makeMilestone({ reachedOn: '1901-01-01' })],
    meetings: [makeMeeting({ group: null, startsAt: null })],
  };
  expect(messagesOf(plan)).toEqual([
    [
      'Meetings',
      expect.any(String),
      'Group must say whose meeting it is.',
      expect.stringContaining('Starts at'),
    ],
    [
      'Actions',
      'action-7',
      'Forecast due must be a date from 1990 to 2099.',
      'Completed on must be a date from 1990 to 2099.',
    ],
    ['Milestones', expect.any(String), 'Reached on must be a date from 1990 to 2099.'],
  ]);
});
