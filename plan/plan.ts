import {
  type BankHolidayChoice,
  CONFIDENCE_MEANINGS,
  type ItemList,
  type Rag,
  type ReportApproval,
} from './glossary.ts';
import type {
  Action,
  BoardReport,
  Closure,
  Engagement,
  Group,
  IsoDate,
  Measure,
  Meeting,
  Milestone,
  Owner,
  PlanSetting,
  Priority,
  Reading,
  Recommendation,
  RowKey,
  SignOff,
  Theme,
  Update,
} from './rows.ts';

export type PlanId = string;

/**
 * What a plan may set for itself, in its list Plan settings (`plan/settings/`). Every value has a default in
 * `DEFAULT_SETTINGS`.
 */
export interface PlanSettings {
  /** IANA zone in which the plan's dates and times are meant; that of its site, and no row of the list. */
  readonly timeZone: string;
  /** What the plan is called; `null`: as its site. */
  readonly planName: string | null;
  /** How many days after its baseline a forecast may lie and still be Amber. */
  readonly toleranceDays: number;
  /** How many days before a meeting its check-in opens, at `opensAt`. */
  readonly checkInLeadDays: number;
  /** `HH:mm` at which check-ins open, digests, alerts and reminders go out on a working day. */
  readonly opensAt: string;
  /** `HH:mm` on the working day after the meeting at which the check-in closes. */
  readonly closesAt: string;
  /** What a meeting does that falls on a bank holiday or closure, where its group does not say. */
  readonly onBankHoliday: BankHolidayChoice;
  /** An item without an update for more than this many meetings of its group is stale. */
  readonly staleAfterMeetings: number;
  /**
   * What is overdue goes to the group's chair after this many weeks without a word from its owner; so does what went
   * unanswered in as many check-ins, one after another.
   */
  readonly escalateAfterWeeks: number;
  /** How many days before its due date an item's owner is told, the earliest first. */
  readonly reminderDays: readonly number[];
  /** How many days before its due date an item's group is told, the earliest first. */
  readonly alertDays: readonly number[];
  /** How many days before a board meets the draft of its report is made; never before its last meeting. */
  readonly reportLeadDays: number;
  /** How many days before a board meets its chair and author are told that the report is not posted yet. */
  readonly reportReminderDays: readonly number[];
  /** Whether a board report is approved by somebody who did not write it. */
  readonly reportApproval: ReportApproval;
  /** What each colour means that owners state; printed wherever one is. */
  readonly confidenceMeanings: ConfidenceMeanings;
}

export type ConfidenceMeanings = Readonly<Record<Rag, string>>;

export const DEFAULT_SETTINGS: PlanSettings = {
  timeZone: 'Europe/London',
  planName: null,
  toleranceDays: 14,
  checkInLeadDays: 3,
  opensAt: '09:00',
  closesAt: '17:00',
  onBankHoliday: 'Next working day',
  staleAfterMeetings: 2,
  escalateAfterWeeks: 3,
  reminderDays: [14, 7, 1],
  alertDays: [14, 2],
  reportLeadDays: 60,
  reportReminderDays: [10, 3],
  reportApproval: 'One person',
  confidenceMeanings: CONFIDENCE_MEANINGS,
};

/** In a quiet period no reminder and no alert goes out; check-ins, meetings and digests go on. */
export interface QuietPeriod {
  readonly title: string;
  /** Both days belong to it. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Whom it concerns; empty: everybody in the plan. */
  readonly groups: readonly RowKey[];
}

/** A plan as the mirror holds it at one moment; `updates` is the history, oldest first. */
export interface Plan {
  readonly id: PlanId;
  readonly name: string;
  /** Address of the SharePoint site, for links. */
  readonly siteUrl: string;
  readonly settings: PlanSettings;
  /** Rows of the list Plan settings, as they stand there; what they come to is in `settings`. */
  readonly settingRows: readonly PlanSetting[];
  /** Rows of the Closures list, as they stand there; what they come to is in `closures` and `quietPeriods`. */
  readonly closureRows: readonly Closure[];
  /** Days the plan is closed besides weekends and bank holidays, in order. */
  readonly closures: readonly IsoDate[];
  /** Stretches in which people are left in peace, school holidays among them. */
  readonly quietPeriods: readonly QuietPeriod[];
  readonly themes: readonly Theme[];
  readonly groups: readonly Group[];
  readonly owners: readonly Owner[];
  readonly recommendations: readonly Recommendation[];
  readonly actions: readonly Action[];
  readonly milestones: readonly Milestone[];
  readonly meetings: readonly Meeting[];
  /** Keys of meetings whose rows people deleted in SharePoint: they are not held. */
  readonly deletedMeetings: readonly RowKey[];
  readonly updates: readonly Update[];
  readonly measures: readonly Measure[];
  readonly readings: readonly Reading[];
  readonly signOffs: readonly SignOff[];
  readonly priorities: readonly Priority[];
  readonly boardReports: readonly BoardReport[];
  readonly engagements: readonly Engagement[];
}

/** Points at one item of a plan. */
export interface ItemRef {
  readonly list: ItemList;
  readonly key: RowKey;
}

/** An item seen the same way whichever list it is in. */
export interface Item {
  readonly ref: ItemRef;
  readonly itemId: number | null;
  /** What people call it: `3` for a recommendation, `A7` for an action, `M2` for a milestone. */
  readonly label: string;
  readonly title: string;
  readonly theme: RowKey | null;
  readonly group: RowKey | null;
  readonly owner: RowKey | null;
  readonly stage: Recommendation['stage'];
  readonly confidence: Recommendation['confidence'];
  readonly baselineDue: IsoDate | null;
  readonly forecastDue: IsoDate | null;
  readonly duePrecision: Recommendation['duePrecision'];
  readonly completedOn: IsoDate | null;
  readonly latestNote: string | null;
  readonly latestUpdate: string | null;
  readonly blocker: string | null;
  readonly waitingOn: RowKey | null;
  readonly evidenceUrl: string | null;
  /** The group whose sign-off it needs before it is complete; `null`: the chair's word is enough. */
  readonly signOffBy: RowKey | null;
}
