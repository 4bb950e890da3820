import type { FoundItem } from '../../../plan/content.ts';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';
import { makeMeetingContent } from './make-meeting-content.ts';

type OfMeetings = Pick<
  UseCases,
  | 'viewMeeting'
  | 'viewChannelMeeting'
  | 'viewGroupMeeting'
  | 'listGroups'
  | 'addAction'
  | 'recordDecision'
  | 'recordAttendance'
  | 'closeCheckIn'
  | 'moveMeeting'
  | 'cancelMeeting'
  | 'startMeeting'
  | 'searchItems'
>;

/** Use cases about one meeting in memory. `enter` notes each call and lets in whom the plan knows. */
export const memoryMeetings = (
  enter: (name: keyof UseCases, ask: object & { actor?: Actor }) => void,
): OfMeetings => {
  const view = (name: keyof UseCases) => async (ask: { actor: Actor }) => {
    enter(name, ask);
    return makeMeetingContent();
  };
  const save = (name: keyof UseCases) => async (ask: { actor: Actor }) => {
    enter(name, ask);
    return { words: 'Done.', problems: [], meeting: makeMeetingContent() };
  };
  return {
    viewMeeting: view('viewMeeting'),
    viewChannelMeeting: view('viewChannelMeeting'),
    viewGroupMeeting: view('viewGroupMeeting'),
    listGroups: async (ask) => {
      enter('listGroups', ask);
      return [];
    },
    addAction: save('addAction'),
    recordDecision: save('recordDecision'),
    recordAttendance: save('recordAttendance'),
    closeCheckIn: view('closeCheckIn'),
    moveMeeting: view('moveMeeting'),
    cancelMeeting: view('cancelMeeting'),
    startMeeting: async (ask) => enter('startMeeting', ask),
    searchItems: async (ask): Promise<readonly FoundItem[]> => {
      enter('searchItems', ask);
      return [];
    },
  };
};
