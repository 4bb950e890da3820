/** What the items shown have in common; each is a figure of the dashboard that opens them. */
export const SHOWS = [
  'overdue',
  'slipped',
  'blocked',
  'stale',
  'disagrees',
  'asked',
  'to sign off',
  'mine',
] as const;
export type Show = (typeof SHOWS)[number];
