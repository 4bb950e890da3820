import type { MeetingContent } from '../../../plan/content.ts';

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
  people: [{ key: 'chair', entraObjectId: null, name: 'SEND group chair', isMember: true, wasThere: false }],
  attendanceRecorded: false,
  recommendations: [{ key: 'r3', label: '3', title: 'Develop a joint protocol' }],
  decisions: [],
  submissionKey: 'key-00000001',
  ...overrides,
});
