import type { FormProblem, FoundItem, GroupChoice, MeetingContent } from '../../../plan/content.ts';
import { AppError } from '../../../plan/errors.ts';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';
import { makeFoundItem, makeGroupChoice, makeMeetingContent } from './make-meeting-content.ts';

type OfMeetings = Pick<
  UseCases,
  | 'viewMeeting'
  | 'viewChannelMeeting'
  | 'viewGroupMeeting'
  | 'listGroups'
  | 'addAction'
  | 'recordDecision'
  | 'recordAttendance'
  | 'viewNextMeeting'
  | 'closeCheckIn'
  | 'moveMeeting'
  | 'cancelMeeting'
  | 'startMeeting'
  | 'searchItems'
>;

/** What stands in the plan about one group's meeting. */
export interface MemoryMeetings {
  /** As every use case answers it; `null` = the channel is no group's. */
  meeting: MeetingContent | null;
  groups: readonly GroupChoice[];
  found: readonly FoundItem[];
  /** What stands in the way of what is submitted. */
  problems: readonly FormProblem[];
}

export const makeMeetings = (): MemoryMeetings => ({
  meeting: makeMeetingContent(),
  groups: [makeGroupChoice()],
  found: [makeFoundItem()],
  problems: [],
});

/** Use cases about one meeting in memory. `enter` notes each call and lets in whom the plan knows. */
export const memoryMeetings = (
  enter: (name: keyof UseCases, ask: object & { actor?: Actor }) => void,
  now: () => MemoryMeetings,
): OfMeetings => {
  const meetingNow = (): MeetingContent => {
    const { meeting } = now();
    if (meeting !== null) return meeting;
    throw new AppError({ code: 'NOT_FOUND', message: 'no group', userMessage: 'No group’s channel.' });
  };
  const view = (name: keyof UseCases) => async (ask: { actor: Actor }) => {
    enter(name, ask);
    return meetingNow();
  };
  const save = (name: keyof UseCases) => async (ask: { actor: Actor }) => {
    enter(name, ask);
    const { problems } = now();
    const meeting = { ...meetingNow(), submissionKey: 'next-0000001' };
    return { words: problems.length === 0 ? 'Done.' : '', problems, meeting };
  };
  return {
    viewMeeting: view('viewMeeting'),
    viewChannelMeeting: view('viewChannelMeeting'),
    viewGroupMeeting: async (ask) => {
      enter('viewGroupMeeting', ask);
      const { planId, groupKey } = ask;
      return { ...makeMeetingContent({ groupName: 'Data' }), planId, groupKey };
    },
    listGroups: async (ask) => {
      enter('listGroups', ask);
      return now().groups;
    },
    addAction: save('addAction'),
    recordDecision: save('recordDecision'),
    recordAttendance: save('recordAttendance'),
    viewNextMeeting: async (ask) => {
      enter('viewNextMeeting', ask);
      return { meeting: meetingNow(), following: { on: '2022-02-07', words: 'Mon 7 Feb 2022, 10:00' } };
    },
    closeCheckIn: view('closeCheckIn'),
    moveMeeting: view('moveMeeting'),
    cancelMeeting: view('cancelMeeting'),
    startMeeting: async (ask) => enter('startMeeting', ask),
    searchItems: async (ask): Promise<readonly FoundItem[]> => {
      enter('searchItems', ask);
      return now().found;
    },
  };
};
