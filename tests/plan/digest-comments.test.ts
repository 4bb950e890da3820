import { expect, test } from '@jest/globals';
import { buildDigest } from '../../plan/digest/index.ts';
import {
  at,
  makeGroup,
  makeMeeting,
  makePlan,
  makeRecommendation,
  makeUpdate,
} from '../helpers/make-plan.ts';

const send = makeGroup();
const meeting = makeMeeting({
  key: 'send@2022-01-24',
  startsAt: '2022-01-24T10:00:00Z',
  state: 'Closed',
  closedAt: '2022-01-25T17:00:00Z',
});
const said = (on: string, words: string) =>
  makeUpdate({ key: `comment/${on}`, answerId: `comment/${on}`, at: `${on}T12:00:00Z`, note: words });
const plan = makePlan({
  groups: [send],
  meetings: [meeting],
  recommendations: [makeRecommendation({ number: 3 })],
  updates: [
    said('2022-01-04', 'Parents: long ago'),
    said('2022-01-20', 'Parents: at first'),
    said('2022-01-21', 'Parents: hard'),
  ],
});
const digestOf = (groups: typeof plan.groups) =>
  buildDigest({ ...plan, groups }, send, meeting, at('2022-01-26T09:00:00Z'));

test('a digest tells in a group’s own channel what reference groups said last of its items, and in no other', () => {
  expect(digestOf([send]).commented).toMatchObject([{ line: { label: '3' }, words: 'Parents: hard' }]);
  const shared = makeGroup({ key: 'finance', itemId: 2, title: 'Finance', channelId: send.channelId });
  expect(digestOf([send, shared]).commented).toEqual([]);
});

test('and a comment is no answer: the item is as stale and as unanswered as without it', () => {
  const silent = buildDigest({ ...plan, updates: [] }, send, meeting, at('2022-01-26T09:00:00Z'));
  const { stale, answeredCount, answeredBy, overdueOrRed } = digestOf([send]);
  expect({ stale, answeredCount, answeredBy, overdueOrRed }).toEqual({
    stale: silent.stale,
    answeredCount: silent.answeredCount,
    answeredBy: silent.answeredBy,
    overdueOrRed: silent.overdueOrRed,
  });
});
