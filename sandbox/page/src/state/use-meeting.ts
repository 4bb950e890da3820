import type { MeetingView } from '../../../controls/extension-shapes.ts';
import { listMeetings } from '../api/meetings.ts';
import { useLiveEvents } from './live.ts';
import { useLoaded } from './use-loaded.ts';

/** The meeting that runs in a channel. */
export interface RunningMeeting {
  /** Undefined until it is known; null: none runs. */
  readonly meeting: MeetingView | null | undefined;
  readonly reload: () => void;
}

/** The meeting that runs in a channel, live: its post tells the page when others start or end one. */
export function useMeeting(conversationId: string): RunningMeeting {
  const { value: meetings, reload } = useLoaded('meetings', listMeetings);
  useLiveEvents((event) => {
    const isHere = event.type === 'message' && event.conversationId === conversationId;
    if (isHere || event.type === 'connected') reload();
  });
  const running = meetings?.find((meeting) => meeting.conversationId === conversationId);
  return { meeting: meetings === undefined ? undefined : (running ?? null), reload };
}
