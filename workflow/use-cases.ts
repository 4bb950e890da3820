import type {
  ActionInput,
  AnswerInput,
  AnswerProblem,
  AwayInput,
  BoardSummaryContent,
  CalendarFeedContent,
  CalendarPreviewContent,
  CheckInContent,
  CheckInView,
  ClosureInput,
  ClosureResult,
  ClosuresContent,
  DeliveriesContent,
  DeliveryDecision,
  FoundItem,
  GroupChoice,
  HandOnResult,
  ImportPreviewContent,
  ItemStory,
  ListsStateContent,
  MeetingContent,
  MeetingResult,
  NextMeetingContent,
  PersonalContent,
  PersonalResult,
  PlanOverview,
  QuestionsContent,
  ReminderAsk,
  ReminderView,
  SettingsInput,
  WhichCalendarPlanContent,
  WhichPlanContent,
} from '../plan/content.ts';
import type { ItemList, NewClosureKind } from '../plan/glossary.ts';
import type { ItemRef, PlanId } from '../plan/plan.ts';
import type { IsoDate, RowKey } from '../plan/rows.ts';
import type { SentMessage } from './ports/messenger.ts';

/** Who is asking, as Teams or the tab's token says it; never taken from a card's own data. */
export interface Actor {
  readonly tenantId: string;
  readonly entraObjectId: string | null;
  /** Only where the platform vouches for it (roster, token). */
  readonly email: string | null;
}

/** Where Teams can be reached again; learnt from every activity that comes in. */
export interface ConversationSeen {
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly kind: 'channel' | 'personal' | 'groupChat';
  readonly teamId: string | null;
  readonly channelId: string | null;
  readonly entraObjectId: string | null;
  /** Teams' own id of the person (`29:…`), for personal chats. */
  readonly teamsUserId: string | null;
  readonly botId: string;
  /** `false` when the app was removed or blocked, or the channel deleted. */
  readonly reachable: boolean;
  /** That of all channels of the team, not of this one alone. Default: this one. */
  readonly wholeTeam?: boolean;
}

/** A file somebody sent. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file to give to somebody. `csv` is a zip with one file for each list. */
export interface ExportedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

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

/** An item that somebody hands on. */
export interface HandOn {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly ref: ItemRef;
  readonly submissionKey: string;
}

/**
 * What `bot/` and `server/` may ask of Milepost. Every method checks tenant, plan, group and role itself
 * and throws `AppError` (`FORBIDDEN`, `NOT_FOUND`, `STALE`, `BAD_INPUT`) with a `userMessage` in plain words.
 */
export interface UseCases {
  /** Remembers where a conversation is, or that it can no longer be reached. */
  seeConversation(seen: ConversationSeen): Promise<void>;

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

  /** Recommendations and actions that a text names, in the plans the person is in; the best first. */
  searchItems(ask: { actor: Actor; text: string; limit: number }): Promise<readonly FoundItem[]>;

  /** `my actions`: open items of the person, one content per plan, empty when there is nothing. */
  myActions(ask: { actor: Actor }): Promise<readonly QuestionsContent[]>;
  /** What a reminder asked of the person and still waits for them, and what is needed to answer the one that is opened. */
  viewReminder(ask: {
    actor: Actor;
    asks: readonly ReminderAsk[];
    open: ReminderAsk | null;
  }): Promise<ReminderView>;
  /** Says that an item is not the person's: its history has it, and the chair of its group is told. Its owner only. */
  sayNotMine(ask: HandOn & { words: string; checked?: boolean }): Promise<HandOnResult>;
  /** Gives an item to somebody of the plan, who is told. The chair of its group and plan managers. */
  giveItem(ask: HandOn & { to: string; words: string; checked?: boolean }): Promise<HandOnResult>;
  /** How the person wants to be written to, and when they are away. */
  viewPersonal(ask: { actor: Actor }): Promise<PersonalContent>;
  /** Holds the person's reminders back until a day, `YYYY-MM-DD`; `null` lets them come again. */
  snooze(ask: { actor: Actor; submissionKey: string; until: string | null }): Promise<PersonalResult>;
  /** Enters in every plan of the person that they are away, and who stands in; `null`: they are back. */
  setAway(ask: { actor: Actor; submissionKey: string; away: AwayInput | null }): Promise<PersonalResult>;
  /** Changes how the person wants to be written to. */
  saveSettings(ask: {
    actor: Actor;
    submissionKey: string;
    settings: SettingsInput;
  }): Promise<PersonalResult>;
  /** `board summary` in a board's channel, by its chair. */
  boardSummary(ask: { actor: Actor; channelId: string }): Promise<BoardSummaryContent>;
  /** Records where a posted check-in card stands, so that it can be kept up to date. */
  recordCheckInCard(ask: {
    planId: PlanId;
    meetingKey: RowKey;
    at: SentMessage;
    serviceUrl: string;
  }): Promise<void>;

  /** Plans the person may read. */
  listPlans(ask: { actor: Actor }): Promise<readonly { planId: PlanId; planName: string }[]>;
  viewOverview(ask: { actor: Actor; planId: PlanId }): Promise<PlanOverview>;
  viewItem(ask: { actor: Actor; planId: PlanId; list: ItemList; key: RowKey }): Promise<ItemStory>;

  /** How the lists of every plan the person manages stand. Empty for anybody else. */
  viewListsState(ask: { actor: Actor }): Promise<readonly ListsStateContent[]>;
  /** Tries a write again that SharePoint refused. Plan managers only. */
  repeatWrite(ask: { actor: Actor; planId: PlanId; outboxId: number }): Promise<ListsStateContent>;
  /** Gives a refused write up for good; what it said stays in the history. Plan managers only. */
  giveUpWrite(ask: { actor: Actor; planId: PlanId; outboxId: number }): Promise<ListsStateContent>;

  /**
   * Who was reached by what Milepost sent in a fortnight, and who was not. Plan managers see everything, everybody else in
   * the plan what went to the groups' channels.
   */
  viewDeliveries(ask: {
    actor: Actor;
    planId: PlanId;
    /** 0 = the last fortnight. Default. */
    page?: number;
  }): Promise<DeliveriesContent>;
  /**
   * Has a message sent again of which it is not known whether it arrived, or that was not sent: once, and while it is
   * timely. Plan managers only.
   */
  sendAgain(ask: {
    actor: Actor;
    planId: PlanId;
    noticeId: number;
    /** Which attempt the person saw. */
    attempt: number;
    /** What to show then. Default: the last fortnight. */
    page?: number;
  }): Promise<DeliveryDecision>;
  /** Takes a message of which it is not known whether it arrived for sent. Plan managers only. */
  markArrived(ask: {
    actor: Actor;
    planId: PlanId;
    noticeId: number;
    attempt: number;
    page?: number;
  }): Promise<DeliveryDecision>;

  /**
   * Takes a file for import and says what it would do; writes nothing. Plan managers only; whoever manages
   * several plans is asked which.
   */
  receiveImport(ask: {
    actor: Actor;
    file: ReceivedFile;
  }): Promise<ImportPreviewContent | WhichPlanContent | CalendarPreviewContent | WhichCalendarPlanContent>;
  /** The preview of a received file, for the plan chosen and with columns taken for what is said here. */
  viewImport(ask: {
    actor: Actor;
    importKey: string;
    planId?: PlanId;
    /** Header → name of a field, or `null` to leave the column out. Headers that aren't named keep their guess. */
    columns?: Readonly<Record<string, string | null>>;
  }): Promise<ImportPreviewContent>;
  /** Begins to write what the preview showed; the person is told when it is done. Begins once, however often asked. */
  confirmImport(ask: { actor: Actor; importKey: string }): Promise<void>;
  /** Forgets a received file. */
  cancelImport(ask: { actor: Actor; importKey: string }): Promise<void>;
  /** The preview of a received calendar, for the plan chosen. Its sender only. */
  viewCalendarImport(ask: {
    actor: Actor;
    draftKey: string;
    planId: PlanId;
  }): Promise<CalendarPreviewContent>;
  /** Takes a received calendar over, its days as `kind` where it does not say itself. Says what was done. */
  confirmCalendarImport(ask: {
    actor: Actor;
    draftKey: string;
    kind: NewClosureKind;
  }): Promise<{ readonly words: string }>;
  /** Forgets a received calendar. */
  cancelCalendarImport(ask: { actor: Actor; draftKey: string }): Promise<void>;
  /** When the plans are closed or quiet that the person manages. Plan managers only, as all that follows. */
  listClosures(ask: { actor: Actor }): Promise<readonly ClosuresContent[]>;
  addClosure(ask: {
    actor: Actor;
    planId: PlanId;
    submissionKey: string;
    closure: ClosureInput;
  }): Promise<ClosureResult>;
  /** Takes days back; their row stays in the list as Cancelled. */
  cancelClosure(ask: { actor: Actor; planId: PlanId; closureKey: RowKey }): Promise<ClosuresContent>;
  /** How the calendar address stands of every plan the person manages. */
  viewCalendarFeeds(ask: { actor: Actor }): Promise<readonly CalendarFeedContent[]>;
  /** Makes a new calendar address; the one before stops. */
  makeCalendarFeed(ask: { actor: Actor; planId: PlanId }): Promise<CalendarFeedContent>;
  /** Has the calendar address lead nowhere. */
  stopCalendarFeed(ask: { actor: Actor; planId: PlanId }): Promise<CalendarFeedContent>;

  /** The whole plan as a file. Anybody in the plan. */
  exportPlan(ask: { actor: Actor; planId: PlanId; format: 'xlsx' | 'csv' }): Promise<ExportedFile>;
}
