import type { NoticeContent } from '../content.ts';
import { plannedDayOf } from '../meetings/meeting-key.ts';
import type { PlannedMeeting } from '../meetings/meetings.ts';
import type { Plan, PlanId } from '../plan.ts';
import type { Group, Meeting, RowKey } from '../rows.ts';
import type { NoticeLedger } from './notice-ledger.ts';
import type { Preferences } from './preferences.ts';

export const NOTICE_KINDS = [
  'check-in',
  'summary',
  'digest',
  'alert',
  'reminder',
  'report-reminder',
  'news',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Who a notice is for. People are named as the directory names them: one message covers all their plans. */
export type NoticeRecipient =
  | { readonly kind: 'channel'; readonly groupKey: RowKey }
  | { readonly kind: 'person'; readonly entraObjectId: string };

/** Something Milepost should send. Kind, subject and period name it: it is sent once. */
export interface DueNotice {
  readonly kind: NoticeKind;
  /** Of a personal one, the first plan that it speaks of. */
  readonly planId: PlanId;
  /** Key of the group, or directory id of the person in small letters; of news, with the plan before it. */
  readonly subject: string;
  /** The day it stands for: of the meeting, or of the alert or reminder; of news, the Monday its fortnight begins on. */
  readonly period: string;
  readonly dueAt: Temporal.Instant;
  /** From then on it would be stale, and is dropped. */
  readonly expiresAt: Temporal.Instant;
  readonly recipient: NoticeRecipient;
  /** The meeting of a check-in, summary or digest; `null` for the others. */
  readonly meeting: PlannedMeeting | null;
}

/** Between which moments notices are looked for: due up to `until`, and not stale at `now`. */
export interface NoticeTime {
  readonly now: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** What notices to a group's channel are worked out from. */
export interface ChannelAsk extends NoticeTime {
  readonly plan: Plan;
}

/** What notices to one person are worked out from. */
export interface PersonalAsk extends NoticeTime {
  readonly plans: readonly Plan[];
  /** By directory id in small letters; whoever is not there has chosen nothing. */
  readonly preferences: ReadonlyMap<string, Preferences>;
  readonly ledger: NoticeLedger;
}

/** A kind of notice to a group's channel. There is one file for each kind, all of this shape. */
export interface ChannelRule {
  readonly kind: NoticeKind;
  /** Which are due, to whom, when, and by what key each is sent once. */
  due(ask: ChannelAsk): readonly DueNotice[];
  /** What it says as things stand; `null` when there is nothing to say any more. */
  content(about: {
    readonly plan: Plan;
    readonly group: Group;
    readonly meeting: Meeting | null;
    readonly period: string;
    readonly now: Temporal.Instant;
  }): NoticeContent | null;
}

/** A kind of notice to one person. A message covers all their plans; news is of one. */
export interface PersonalRule<Content = NoticeContent> {
  readonly kind: NoticeKind;
  due(ask: PersonalAsk): readonly DueNotice[];
  /** What it says as things stand; `null` when there is nothing to say any more. */
  content(
    about: Omit<PersonalAsk, 'until'> & { readonly entraObjectId: string; readonly period: string },
  ): Content | null;
}

/** Whether a notice is due by `until` and not yet stale. */
export function isTimely(
  { dueAt, expiresAt }: Pick<DueNotice, 'dueAt' | 'expiresAt'>,
  { now, until }: NoticeTime,
): boolean {
  return Temporal.Instant.compare(dueAt, until) <= 0 && Temporal.Instant.compare(expiresAt, now) > 0;
}

/**
 * The day in a meeting's key, which stays the same when the meeting is moved, so that a moved
 * meeting is not announced twice. Rows people added have keys of another kind: those stand for themselves.
 */
export function periodOf(meeting: PlannedMeeting): string {
  return plannedDayOf(meeting) ?? meeting.key;
}
