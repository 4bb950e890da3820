import type { ActionInput } from '../../../plan/content.ts';
import type { Plan } from '../../../plan/plan.ts';
import {
  makeAction,
  makeGroup,
  makeMeeting,
  makeOwner,
  makePlan,
  makeRecommendation,
} from '../../helpers/make-plan.ts';

export const MEETING = 'send@2022-01-24';
export const CLOSED = 'send@2022-01-10';
export const CANCELLED = 'send@2022-02-07';

export const PLAN: Plan = makePlan({
  groups: [
    makeGroup(),
    makeGroup({ key: 'data', itemId: 2, title: 'Data', chair: null, channelId: 'channel-2' }),
    makeGroup({ key: 'old', itemId: 3, title: 'Old', chair: null, channelId: null, active: false }),
    makeGroup({
      key: 'board',
      itemId: 4,
      title: 'Board',
      kind: 'Board',
      chair: null,
      channelId: 'channel-4',
    }),
    makeGroup({
      key: 'families',
      itemId: 5,
      title: 'Families',
      kind: 'Reference',
      chair: null,
      channelId: null,
    }),
  ],
  owners: [
    ...makePlan().owners,
    makeOwner({ key: 'data-owner', itemId: 3, title: 'Data owner', groups: ['data'] }),
    makeOwner({ key: 'both', itemId: 4, groups: ['data', 'send'] }),
    makeOwner({ key: 'manager', itemId: 5, title: 'Pat', groups: ['data'], roles: ['Plan manager'] }),
    makeOwner({ key: 'director', itemId: 6, groups: [], roles: ['Director'] }),
  ],
  recommendations: [makeRecommendation({ number: 3, latestNote: 'Somebody’s words' })],
  actions: [makeAction()],
  meetings: [
    makeMeeting({ key: CLOSED, itemId: 3, startsAt: '2022-01-10T10:00:00Z', state: 'Closed' }),
    makeMeeting(),
    makeMeeting({ key: CANCELLED, itemId: 4, startsAt: '2022-02-07T10:00:00Z', state: 'Cancelled' }),
    makeMeeting({
      key: 'data@2022-01-11',
      itemId: 5,
      group: 'data',
      startsAt: '2022-01-11T10:00:00Z',
      state: 'Closed',
    }),
  ],
});
/** An action that can be taken. */
export const INPUT: ActionInput = {
  title: 'Share the draft process map',
  owner: 'data-owner',
  due: '2022-02-04',
  recommendation: 'rec-3',
  details: '',
};
