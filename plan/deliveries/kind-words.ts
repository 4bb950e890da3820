import type { NoticeKind } from '../notices/notice.ts';

/** Kinds of notice that an event causes rather than the calendar. */
export const EVENT_KINDS = [
  'trouble',
  'channel-trouble',
  'conflict',
  'import-result',
  'board-report',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

interface KindWords {
  readonly one: string;
  readonly many: string;
}

/** What people call each kind of notice, in the order in which they are listed. */
const WORDS: Readonly<Record<NoticeKind | EventKind, KindWords>> = {
  'check-in': { one: 'Check-in card', many: 'Check-in cards' },
  summary: { one: 'Meeting summary', many: 'Meeting summaries' },
  digest: { one: 'Digest', many: 'Digests' },
  alert: { one: 'Milestone alert', many: 'Milestone alerts' },
  reminder: { one: 'Reminder', many: 'Reminders' },
  'report-reminder': { one: 'Reminder of a board report', many: 'Reminders of board reports' },
  news: { one: 'News in the activity feed', many: 'News in activity feeds' },
  'board-report': { one: 'Board report', many: 'Board reports' },
  trouble: { one: 'Note of trouble', many: 'Notes of trouble' },
  'channel-trouble': { one: 'Note of trouble with a channel', many: 'Notes of trouble with channels' },
  conflict: { one: 'Note of two edits that met', many: 'Notes of two edits that met' },
  'import-result': { one: 'Result of an import', many: 'Results of imports' },
};

/** A kind that an older version sent. */
const OTHER: KindWords = { one: 'Message', many: 'Other messages' };

/** In the order in which they are listed. */
export const KINDS_IN_ORDER: readonly string[] = Object.keys(WORDS);

/** `Reminder`, `Reminders`. */
export function kindWords(kind: string): KindWords {
  return KINDS_IN_ORDER.includes(kind) ? WORDS[kind as NoticeKind | EventKind] : OTHER;
}
