import type {
  BankHolidayChoice,
  ClosureKind,
  DuePrecision,
  EngagementAnswer,
  GroupKind,
  ItemList,
  MeetingState,
  Rag,
  ReportState,
  Role,
  SignOffDecision,
  Stage,
} from './glossary.ts';

/** A calendar day, `YYYY-MM-DD`. Compares correctly as text. */
export type IsoDate = string;

/** A moment, ISO 8601 in UTC, ending in `Z`. */
export type IsoInstant = string;

/**
 * Milepost's own name for a row, unique within plan and list. Rows first seen in SharePoint are
 * named by their item id; rows Milepost makes are named before SharePoint has given them an id.
 */
export type RowKey = string;

interface Row {
  readonly key: RowKey;
  /** SharePoint's item id; `null` until the row has been written there. */
  readonly itemId: number | null;
  readonly title: string;
}

export interface Theme extends Row {
  readonly sortOrder: number | null;
  readonly reviewSaid: string | null;
  readonly stakeholdersSaid: string | null;
  readonly progressSoFar: string | null;
}

export interface Group extends Row {
  readonly kind: GroupKind | null;
  readonly chair: RowKey | null;
  /** Who writes the reports of a board; `null`: its chair. */
  readonly author: RowKey | null;
  readonly teamId: string | null;
  readonly channelId: string | null;
  readonly everyWeeks: number | null;
  readonly everyMonths: number | null;
  readonly firstMeeting: IsoDate | null;
  /** `HH:mm`, in the plan's time zone. */
  readonly meetingTime: string | null;
  /** What a meeting does that falls on a bank holiday or closure; `null`: as the plan says. */
  readonly onBankHoliday: BankHolidayChoice | null;
  readonly active: boolean | null;
}

export interface Owner extends Row {
  readonly email: string | null;
  readonly entraObjectId: string | null;
  readonly roles: readonly Role[];
  readonly groups: readonly RowKey[];
  readonly deputy: RowKey | null;
  readonly awayFrom: IsoDate | null;
  readonly awayTo: IsoDate | null;
}

/** The dates every item has. */
interface Dated {
  readonly stage: Stage | null;
  readonly baselineDue: IsoDate | null;
  readonly forecastDue: IsoDate | null;
  readonly duePrecision: DuePrecision | null;
  readonly evidenceUrl: string | null;
  /** The reference group whose sign-off it needs before it is complete; `null`: the chair's word is enough. */
  readonly signOffBy: RowKey | null;
}

/** What people say of an item between meetings. */
interface Stated {
  readonly owner: RowKey | null;
  readonly scheduleRag: Rag | null;
  readonly confidence: Rag | null;
  readonly completedOn: IsoDate | null;
  readonly latestNote: string | null;
  readonly latestUpdate: IsoInstant | null;
}

export interface Recommendation extends Row, Dated, Stated {
  readonly number: number | null;
  readonly fullText: string | null;
  readonly theme: RowKey | null;
  readonly leadGroup: RowKey | null;
  readonly priority: number | null;
}

export interface Action extends Row, Dated, Stated {
  readonly details: string | null;
  readonly recommendation: RowKey | null;
  readonly group: RowKey | null;
  readonly blocker: string | null;
  readonly waitingOn: RowKey | null;
  readonly raisedAt: RowKey | null;
}

export interface Milestone extends Row, Dated {
  readonly recommendation: RowKey | null;
  readonly theme: RowKey | null;
  readonly group: RowKey | null;
  readonly reachedOn: IsoDate | null;
}

export interface Meeting extends Row {
  readonly group: RowKey | null;
  readonly startsAt: IsoInstant | null;
  readonly state: MeetingState | null;
  readonly attendees: readonly RowKey[];
  readonly decisions: string | null;
  /** When its check-in was closed, by whomever; `null` while it is not, and for meetings that never had one. */
  readonly closedAt: IsoInstant | null;
}

export interface Update extends Row {
  readonly itemList: ItemList | null;
  /** SharePoint's id of the item; stands in the list so that people can filter by it. */
  readonly itemNumber: number | null;
  /** Milepost's key of the item. */
  readonly itemKey: RowKey | null;
  readonly meeting: RowKey | null;
  readonly by: RowKey | null;
  readonly at: IsoInstant | null;
  readonly stage: Stage | null;
  readonly confidence: Rag | null;
  readonly forecastDue: IsoDate | null;
  readonly note: string | null;
  readonly blocker: string | null;
  readonly previousStage: Stage | null;
  readonly previousConfidence: Rag | null;
  readonly previousForecastDue: IsoDate | null;
  readonly reason: string | null;
  readonly answerId: string | null;
}

export interface Measure extends Row {
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly targetDate: IsoDate | null;
  readonly theme: RowKey | null;
}

export interface Reading extends Row {
  readonly measure: RowKey | null;
  readonly value: number | null;
  readonly on: IsoDate | null;
  readonly by: RowKey | null;
}

export interface BoardReport extends Row {
  readonly board: RowKey | null;
  readonly periodFrom: IsoDate | null;
  readonly periodTo: IsoDate | null;
  readonly state: ReportState | null;
  readonly approvedBy: RowKey | null;
  readonly postedOn: IsoInstant | null;
  readonly document: string | null;
}

export interface SignOff extends Row {
  readonly itemList: ItemList | null;
  readonly itemNumber: number | null;
  readonly itemKey: RowKey | null;
  readonly group: RowKey | null;
  readonly decision: SignOffDecision | null;
  readonly conditions: string | null;
  /** What those said who saw it otherwise. */
  readonly dissent: string | null;
  /** How many people took part; they are counted, never named. */
  readonly voices: number | null;
  readonly on: IsoDate | null;
  readonly recordedBy: RowKey | null;
}

export interface Priority extends Row {
  readonly group: RowKey | null;
  readonly recommendation: RowKey | null;
  readonly rank: number | null;
  /** Rows of one ranking have the same; it tells nobody's name. */
  readonly ballot: string | null;
  /** How many people ranked like this; `null`: one. */
  readonly voices: number | null;
  readonly on: IsoDate | null;
}

/** Its title is the group that was met. */
export interface Engagement extends Row {
  readonly on: IsoDate | null;
  readonly purpose: string | null;
  /** What came of it; where it can't be done, why. */
  readonly outcome: string | null;
  /** What people said. */
  readonly said: string | null;
  readonly theme: RowKey | null;
  readonly answer: EngagementAnswer | null;
  /** How many people were there; they are counted, never named. */
  readonly voices: number | null;
  /** Who wrote it down, and may correct it; `null` for rows made by hand. */
  readonly recordedBy: RowKey | null;
}

/** Days on which the plan is closed, or people are left in peace. */
export interface Closure extends Row {
  readonly fromDate: IsoDate | null;
  /** Its last day; `null` = it is one day long. */
  readonly toDate: IsoDate | null;
  readonly kind: ClosureKind | null;
  /** Whom it concerns; empty: the whole plan. */
  readonly groups: readonly RowKey[];
}

/** One thing that a plan sets for itself. */
export interface PlanSetting extends Row {
  /** As people type it; `null` = the default counts. */
  readonly value: string | null;
  /** What it does and what it may be, for people. */
  readonly meaning: string | null;
}

/** The row type of each list. */
export interface RowOf {
  Themes: Theme;
  Groups: Group;
  Owners: Owner;
  Recommendations: Recommendation;
  Meetings: Meeting;
  Actions: Action;
  Milestones: Milestone;
  Updates: Update;
  Measures: Measure;
  Readings: Reading;
  'Board reports': BoardReport;
  'Sign-offs': SignOff;
  Priorities: Priority;
  'Engagement log': Engagement;
  Closures: Closure;
  'Plan settings': PlanSetting;
}
