import type { IsoDate } from '../rows.ts';

/** What a person may leave out of their reminders. What is overdue, handed to them or escalated is always told. */
export const MUTABLE_REASONS = ['due soon', 'check-in unanswered', 'waiting on you'] as const;
export type MutableReason = (typeof MUTABLE_REASONS)[number];

/** How a person wants to be written to. One set for all their plans. */
export interface Preferences {
  /** No reminder before that day. */
  readonly snoozedUntil: IsoDate | null;
  /** `HH:mm` between which nothing is sent, in the plan's zone; may go over midnight. */
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  /** Days of the week on which they work, 1 = Monday. */
  readonly workDays: readonly number[];
  readonly muted: readonly MutableReason[];
  /** News of the plan in Teams' activity feed, for people who only use the tab. */
  readonly activityFeed: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = {
  snoozedUntil: null,
  quietFrom: null,
  quietTo: null,
  workDays: [1, 2, 3, 4, 5],
  muted: [],
  activityFeed: false,
};
