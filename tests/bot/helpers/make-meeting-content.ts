import type { FoundItem, GroupChoice, MeetingContent, PersonChoice } from '../../../plan/content.ts';
import { makeLine } from './make-content.ts';

/** An Entra object id, another for each number. */
export const entraId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const makePerson = (overrides: Partial<PersonChoice> = {}): PersonChoice => ({
  key: 'chair',
  entraObjectId: entraId(1),
  name: 'SEND group chair',
  isMember: true,
  wasThere: false,
  ...overrides,
});

/** An open meeting of the SEND group, its chair asking. */
export const makeMeetingContent = (overrides: Partial<MeetingContent> = {}): MeetingContent => ({
  planId: 'alp',
  planName: 'ALP improvement plan',
  groupKey: 'send',
  groupName: 'SEND',
  meetingKey: 'send@2022-01-24',
  state: 'Open',
  meetingWords: 'Mon 24 Jan 2022, 10:00',
  on: '2022-01-24',
  time: '10:00',
  mayManage: true,
  people: [
    makePerson(),
    makePerson({ key: 'new', entraObjectId: null, name: 'New owner', wasThere: true }),
    makePerson({ key: 'finance', entraObjectId: entraId(3), name: 'Finance owner', isMember: false }),
  ],
  attendanceRecorded: false,
  recommendations: [
    { key: 'r3', label: '3', title: 'Develop a joint protocol' },
    { key: 'r12', label: '12', title: 'Plan and money' },
  ],
  decisions: ['Mon 24 Jan 2022, 10:05, SEND group chair: The pilot starts in March.'],
  submissionKey: 'key-00000001',
  ...overrides,
});

export const makeGroupChoice = (overrides: Partial<GroupChoice> = {}): GroupChoice => ({
  planId: 'alp',
  planName: 'ALP improvement plan',
  groupKey: 'send',
  groupName: 'SEND',
  ...overrides,
});

export const makeFoundItem = (overrides: Partial<FoundItem> = {}): FoundItem => ({
  planId: 'alp',
  planName: 'ALP improvement plan',
  groupName: 'SEND',
  line: makeLine({ latestNote: null, latestNoteOn: null }),
  ...overrides,
});
