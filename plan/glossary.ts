/**
 * The words Milepost uses, in code, cards, docs and tests. One word per thing, one thing per word.
 *
 * - **Plan**: an improvement plan; it lives in the lists of one SharePoint site.
 * - **Recommendation**: one numbered thing the independent review asked for.
 * - **Action**: a smaller piece of work a group took on, usually under a recommendation.
 * - **Milestone**: a dated promise of the plan that is not itself a recommendation.
 * - **Item**: a recommendation, an action or a milestone: anything with a stage and a due date.
 * - **Group**: operational (meets every fortnight), reference (people who use the service) or board.
 * - **Owner**: a person in the plan; whoever leads an item, sits in a group or chairs it.
 * - **Meeting**: one meeting of a group. Its **check-in** is the card the group answers around it.
 * - **Answer**: what a person said of one item in a check-in. It becomes one **update**, appended to history.
 * - **Baseline**: the date first promised. **Forecast**: the date now expected.
 * - **Schedule RAG**: colour worked out from the dates. **Confidence**: colour stated by the owner.
 * - **Notice**: something Milepost sends by itself: check-in, summary, alert, digest, reminder.
 * - **Ledger**: the record of every notice: reached, or not reached and why.
 */

/** Where an item is in its life, in order. SharePoint choice values, fixed. */
export const STAGES = [
  'Not started',
  'In progress',
  'Waiting on others',
  'Done awaiting sign-off',
  'Complete',
  'Embedded',
  'Withdrawn',
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages in which an item has no schedule colour and is asked about no more. */
export const CLOSED_STAGES = ['Complete', 'Embedded', 'Withdrawn'] as const satisfies readonly Stage[];

/** Stages a person may choose in a check-in; an item becomes Embedded or Withdrawn by other ways. */
export const ANSWER_STAGES = STAGES.filter((stage) => stage !== 'Embedded' && stage !== 'Withdrawn');

/** Red, Amber, Green: of the schedule (computed) or of confidence (stated). */
export const RAGS = ['Green', 'Amber', 'Red'] as const;
export type Rag = (typeof RAGS)[number];

/** What each colour of confidence means; printed wherever a colour is. */
export const CONFIDENCE_MEANINGS: Readonly<Record<Rag, string>> = {
  Green: 'success is highly likely',
  Amber: 'feasible, with significant issues that can be resolved',
  Red: 'appears unachievable without help',
};

/** What each colour of schedule means. */
export const SCHEDULE_MEANINGS: Readonly<Record<Rag, string>> = {
  Green: 'expected by the date first promised',
  Amber: 'expected later, within what the plan tolerates',
  Red: 'expected later than the plan tolerates, or overdue with no new date',
};

export const GROUP_KINDS = ['Operational', 'Reference', 'Board'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export const ROLES = ['Member', 'Chair', 'Director', 'Plan manager'] as const;
export type Role = (typeof ROLES)[number];

export const MEETING_STATES = ['Planned', 'Open', 'Closed', 'Cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** What a meeting does that falls on a bank holiday or a closure. SharePoint choice values, fixed. */
export const BANK_HOLIDAY_CHOICES = ['Next working day', 'Skip'] as const;
export type BankHolidayChoice = (typeof BANK_HOLIDAY_CHOICES)[number];

/**
 * What days of the Closures list are. Closed: no working days, for the whole plan. Quiet: people are left in peace, school
 * holidays for one. Cancelled: taken back, and kept so that the next import does not bring it again. SharePoint choice
 * values, fixed.
 */
export const CLOSURE_KINDS = ['Closed', 'Quiet', 'Cancelled'] as const;
export type ClosureKind = (typeof CLOSURE_KINDS)[number];

/** What days may be that somebody adds. */
export const NEW_CLOSURE_KINDS = ['Quiet', 'Closed'] as const satisfies readonly ClosureKind[];
export type NewClosureKind = (typeof NEW_CLOSURE_KINDS)[number];

/** How exactly a due date is known: to the day, or only to the month. */
export const DUE_PRECISIONS = ['Day', 'Month'] as const;
export type DuePrecision = (typeof DUE_PRECISIONS)[number];

/** Lists whose rows are items. */
export const ITEM_LISTS = ['Recommendations', 'Actions', 'Milestones'] as const;
export type ItemList = (typeof ITEM_LISTS)[number];

export const REPORT_STATES = ['Draft', 'Approved', 'Posted'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Who approves a board report: the chair alone, or somebody besides whoever wrote it. */
export const REPORT_APPROVALS = ['One person', 'A second person'] as const;
export type ReportApproval = (typeof REPORT_APPROVALS)[number];

export const SIGN_OFF_DECISIONS = ['Agreed', 'Agreed with conditions', 'Not agreed'] as const;
export type SignOffDecision = (typeof SIGN_OFF_DECISIONS)[number];

/** What became of what people said. SharePoint choice values, fixed. */
export const ENGAGEMENT_ANSWERS = ['We did', 'We are doing it', 'We could not'] as const;
export type EngagementAnswer = (typeof ENGAGEMENT_ANSWERS)[number];

/** Every list of a plan's site, in the order they are made: a list comes after those it looks up. */
export const LIST_NAMES = [
  'Themes',
  'Groups',
  'Owners',
  'Recommendations',
  'Meetings',
  'Actions',
  'Milestones',
  'Updates',
  'Measures',
  'Readings',
  'Board reports',
  'Sign-offs',
  'Priorities',
  'Engagement log',
  'Closures',
  'Plan settings',
] as const;
export type ListName = (typeof LIST_NAMES)[number];
