import { type PlannedMeeting, plannedDayOf } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import type { RowKey } from '../rows.ts';

export const NOTICE_KINDS = ['check-in', 'summary', 'digest', 'alert', 'reminder'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Who a notice is for, in the plan's own terms. */
export type NoticeRecipient =
  | { readonly kind: 'channel'; readonly groupKey: RowKey }
  | { readonly kind: 'person'; readonly ownerKey: RowKey };

/** Something Milepost should send. Kind, subject and period name it: it is sent once. */
export interface DueNotice {
  readonly kind: NoticeKind;
  /** Key of the group or person it is about. */
  readonly subject: string;
  /** The day it stands for: of the meeting, or of the alert or reminder. */
  readonly period: string;
  readonly dueAt: Temporal.Instant;
  /** From then on it would be stale, and is dropped. */
  readonly expiresAt: Temporal.Instant;
  readonly recipient: NoticeRecipient;
  /** The meeting of a check-in, summary or digest; `null` for alerts and reminders. */
  readonly meeting: PlannedMeeting | null;
}

/** What each kind of notice is worked out from. */
export interface NoticeAsk {
  readonly plan: Plan;
  readonly now: Temporal.Instant;
  /** Notices due up to then. */
  readonly until: Temporal.Instant;
}

/** Whether a notice is due by `until` and not yet stale. */
export function isTimely(
  { dueAt, expiresAt }: Pick<DueNotice, 'dueAt' | 'expiresAt'>,
  ask: NoticeAsk,
): boolean {
  return Temporal.Instant.compare(dueAt, ask.until) <= 0 && Temporal.Instant.compare(expiresAt, ask.now) > 0;
}

/**
 * The day in a meeting's key, which stays the same when the meeting is moved, so that a moved
 * meeting is not announced twice. Rows people added have keys of another kind: those stand for themselves.
 */
export function periodOf(meeting: PlannedMeeting): string {
  return plannedDayOf(meeting) ?? meeting.key;
}
