import type {
  ActionInput,
  GroupChoice,
  MeetingContent,
  MeetingResult,
  NextMeetingContent,
} from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { IsoDate, RowKey } from '../../plan/rows.ts';
import type { Actor } from './actor.ts';

/** What is asked around a meeting: what is recorded in it, and when it is. */
export interface MeetingUseCases {
  /** A meeting for the dialogs about it. Whoever may answer its check-in. */
  viewMeeting(ask: { actor: Actor; planId: PlanId; meetingKey: RowKey }): Promise<MeetingContent>;
  /** The same for a channel: its group's open meeting; or, with `orLast`, the one that closed last; or none. */
  viewChannelMeeting(ask: { actor: Actor; channelId: string; orLast?: boolean }): Promise<MeetingContent>;
  /** The same for a group: its open meeting, or none. */
  viewGroupMeeting(ask: { actor: Actor; planId: PlanId; groupKey: RowKey }): Promise<MeetingContent>;
  /** Groups the person may add actions to, in all their plans; their own first. */
  listGroups(ask: { actor: Actor }): Promise<readonly GroupChoice[]>;
  /** Adds an action to the group, raised at the meeting where one is given. */
  addAction(ask: {
    actor: Actor;
    planId: PlanId;
    groupKey: RowKey;
    meetingKey: RowKey | null;
    submissionKey: string;
    action: ActionInput;
  }): Promise<MeetingResult>;
  /** Adds a decision to the meeting's record. */
  recordDecision(ask: {
    actor: Actor;
    planId: PlanId;
    meetingKey: RowKey;
    submissionKey: string;
    decision: string;
    /** The person looked again: nothing in it names a child. */
    checked?: boolean;
  }): Promise<MeetingResult>;
  /** Records who is there, in place of what was recorded before. */
  recordAttendance(ask: {
    actor: Actor;
    planId: PlanId;
    meetingKey: RowKey;
    submissionKey: string;
    attendees: readonly RowKey[];
  }): Promise<MeetingResult>;
  /**
   * The meeting of a channel's group that `the meeting` means: the one held on a given day; else the next to be held
   * today or later, cancelled or not. Whoever may answer its check-in.
   */
  viewNextMeeting(ask: {
    actor: Actor;
    channelId: string;
    on?: IsoDate;
    /** Only what will be held. */
    held?: boolean;
  }): Promise<NextMeetingContent>;
  /** Closes the check-in now; its summary is posted. Chair and plan managers. */
  closeCheckIn(ask: { actor: Actor; planId: PlanId; meetingKey: RowKey }): Promise<MeetingContent>;
  /** Moves the meeting to another day or time of the plan's zone, its check-in with it. Chair and plan managers. */
  moveMeeting(ask: {
    actor: Actor;
    planId: PlanId;
    meetingKey: RowKey;
    on: IsoDate;
    /** `HH:mm` */
    time: string;
  }): Promise<MeetingContent>;
  /** Cancels the meeting, its check-in with it. Chair and plan managers. */
  cancelMeeting(ask: { actor: Actor; planId: PlanId; meetingKey: RowKey }): Promise<MeetingContent>;
  /** A Teams meeting has started: opens the check-in of the group whose meeting it is, once. Answers nothing to anybody. */
  startMeeting(ask: {
    tenantId: string;
    /** Who started it, where Teams says so. */
    entraObjectId: string | null;
    /** The channel it is held in; `null` for a meeting of its own. */
    channelId: string | null;
    /** What the meeting is called. */
    title: string | null;
  }): Promise<void>;
}
