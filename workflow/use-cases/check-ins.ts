import type {
  AnswerInput,
  AnswerProblem,
  CheckInContent,
  CheckInView,
  QuestionsContent,
} from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { SentMessage } from '../ports/messenger.ts';
import type { Actor } from './actor.ts';

/**
 * The outcome of answering: all that could be taken is taken; the rest says why not. Plain JSON: every copy of a
 * submission gets the first one's.
 */
export interface AnswerResult {
  /** How many items were updated by this submission. */
  readonly savedCount: number;
  readonly problems: readonly AnswerProblem[];
  /**
   * What the person should know besides: `12: SEND chair answered it at 10:02 too; …`, `5: it is done and waits for
   * somebody else to sign it off`.
   */
  readonly remarks: readonly string[];
  /** The check-in was closed: these are late updates. */
  readonly isLate: boolean;
  /** SharePoint takes longer than usual to have what was saved. */
  readonly isHeldUp: boolean;
  /** The check-in as it now stands, after `No change for all mine`; else `null`: a form comes back. */
  readonly checkIn: CheckInContent | null;
  /** What is still to answer for this person, in the same form. */
  readonly remaining: QuestionsContent;
}

/** The group that a channel belongs to. */
export interface ChannelGroup {
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupKey: RowKey;
  readonly groupName: string;
}

/** What is asked around a check-in: its card, its form, its answers. */
export interface CheckInUseCases {
  /** `check in` written in a channel: opens the next check-in of the channel's group, or finds the open one and posts it again. */
  openCheckIn(ask: { actor: Actor; channelId: string }): Promise<CheckInContent>;
  /** The check-in as it now stands. */
  viewCheckIn(ask: {
    actor: Actor;
    planId: PlanId;
    meetingKey: RowKey;
    /** Default: the first page of what is asked. */
    view?: CheckInView;
  }): Promise<CheckInContent>;
  /** All that the group's open check-in asks, else its last; `null` before its first. */
  viewGroupCheckIn(ask: { actor: Actor; planId: PlanId; groupKey: RowKey }): Promise<CheckInContent | null>;
  /** Whose channel it is, of the plans the person is in. @throws AppError `NOT_FOUND`, `FORBIDDEN` */
  findChannelGroup(ask: { actor: Actor; channelId: string }): Promise<ChannelGroup>;
  /** Records where a posted check-in card stands, so that it can be kept up to date. */
  recordCheckInCard(ask: {
    planId: PlanId;
    meetingKey: RowKey;
    at: SentMessage;
    serviceUrl: string;
  }): Promise<void>;
  /** The form for `Answer mine`: the person's own items first, else any asked item of the group. */
  askQuestions(ask: { actor: Actor; planId: PlanId; meetingKey: RowKey }): Promise<QuestionsContent>;
  /** Records answers, each item by itself: a problem with one loses none of the others. */
  answerItems(ask: {
    actor: Actor;
    planId: PlanId;
    meetingKey: RowKey | null;
    submissionKey: string;
    answers: readonly AnswerInput[];
  }): Promise<AnswerResult>;
  /** `No change for all mine`. */
  answerNoChange(ask: {
    actor: Actor;
    planId: PlanId;
    meetingKey: RowKey;
    submissionKey: string;
  }): Promise<AnswerResult>;
  /** `my actions`: open items of the person, one content per plan, empty when there is nothing. */
  myActions(ask: { actor: Actor }): Promise<readonly QuestionsContent[]>;
}
