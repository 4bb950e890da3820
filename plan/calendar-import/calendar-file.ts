import type { ClosureKind } from '../glossary.ts';
import type { IsoDate } from '../rows.ts';

/** A day `YYYY-MM-DD`, a time of some clock on the wall `YYYY-MM-DDTHH:mm:ss`, or a moment, which ends in `Z`. */
export type WrittenTime = string;

/** One entry of a calendar file, as it stands there. */
export interface CalendarEvent {
  /** Names it in every copy of the file: its UID, or its title and first day. */
  readonly name: string;
  readonly title: string;
  readonly start: WrittenTime;
  /** Its last day where that is a day, else when it is over; `null` where the file does not say. */
  readonly end: WrittenTime | null;
  /** Line or row of the file at which it begins, from 1. */
  readonly line: number;
  /** What the file itself says it is; `null` in most. */
  readonly kind: ClosureKind | null;
  /** Names of the groups it is for; empty: the whole plan. */
  readonly groups: readonly string[];
}

/** What was read of a calendar file. */
export interface CalendarFile {
  readonly events: readonly CalendarEvent[];
  /** What of it could not be read, or only in part, in words that name the line. */
  readonly doubts: readonly string[];
}

/** A stretch of days that a file is taken to mean. */
export interface Period {
  /** See `CalendarEvent.name`; of a gap between terms, the terms beside it. */
  readonly name: string;
  readonly title: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** `null`: as whoever imports it says. */
  readonly kind: ClosureKind | null;
  /** Names of groups, as the file has them. */
  readonly groups: readonly string[];
}
