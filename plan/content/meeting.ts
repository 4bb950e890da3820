import type { MeetingState } from '../glossary.ts';
import type { PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { ItemLine } from './items.ts';

/** Somebody who may own an action or attend a meeting. */
export interface PersonChoice {
  readonly key: RowKey;
  readonly entraObjectId: string | null;
  readonly name: string;
  /** Member or chair of the group; the others are in the plan, but not in the group. */
  readonly isMember: boolean;
  /** Recorded as present; before anybody recorded that, whether they have answered the check-in. */
  readonly wasThere: boolean;
}

/** A group's meeting, as the dialogs about it show it. */
export interface MeetingContent {
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupKey: RowKey;
  readonly groupName: string;
  /** `null` where the group has no open check-in: an action may be added all the same. */
  readonly meetingKey: RowKey | null;
  readonly state: MeetingState | null;
  /** `Mon 24 Jan 2022, 10:00`; blank without a meeting. */
  readonly meetingWords: string;
  /** The day and time it is held, in the plan's zone; `null` without a meeting. */
  readonly on: IsoDate | null;
  /** `HH:mm` */
  readonly time: string | null;
  /** The person may close the check-in, and move or cancel the meeting. */
  readonly mayManage: boolean;
  /** Members of the group first, then everybody else in the plan; each by name. */
  readonly people: readonly PersonChoice[];
  /** Somebody has recorded who was there. */
  readonly attendanceRecorded: boolean;
  /** Recommendations an action may belong to: the group's own first. */
  readonly recommendations: readonly {
    readonly key: RowKey;
    readonly label: string;
    readonly title: string;
  }[];
  /** Recorded so far, in order. */
  readonly decisions: readonly string[];
  /** Identifies what is submitted through the dialog. */
  readonly submissionKey: string;
}

/** A group's next meeting, for the commands of its chair. */
export interface NextMeetingContent {
  readonly meeting: MeetingContent;
  /** The one to be held after it; `null` where none is planned. */
  readonly following: {
    readonly on: IsoDate;
    /** `Mon 7 Feb 2022, 10:00`. */
    readonly words: string;
  } | null;
}

/** A group somebody may add actions to. */
export interface GroupChoice {
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupKey: RowKey;
  readonly groupName: string;
}

/** An action somebody adds. Blank = not given. */
export interface ActionInput {
  readonly title: string;
  /** Entra object id from the people picker, or the key of the person's row. */
  readonly owner: string;
  /** `YYYY-MM-DD` */
  readonly due: string;
  /** Key of a recommendation; blank for none. */
  readonly recommendation: RowKey;
  readonly details: string;
  /** The person looked again: nothing in it names a child. */
  readonly checked?: boolean;
}

/** A field of a form that cannot be taken as it is, in words for the person. */
export interface FormProblem<Field extends string = string> {
  readonly field: Field;
  readonly message: string;
  /** Held back because it may name a child; saved when the person says that it does not. */
  readonly held?: boolean;
}

/** What came of a form about a meeting. Copies of a submission get the first one's result. */
export interface MeetingResult {
  /** What was done, for the person: `Added A7, due Fri 21 Jan 2022.` Blank where nothing was. */
  readonly words: string;
  /** Empty when everything was taken; else nothing was. */
  readonly problems: readonly FormProblem[];
  /** The meeting as it now stands. */
  readonly meeting: MeetingContent;
}

/** An item found by the search extension: its status, nobody's words. */
export interface FoundItem {
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupName: string | null;
  readonly line: ItemLine;
}
