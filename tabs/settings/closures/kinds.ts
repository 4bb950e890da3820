/** What days may be, as choices. */
export const KIND_CHOICES = [
  { value: 'Quiet', words: 'Quiet: no reminders and alerts; meetings go on' },
  { value: 'Closed', words: 'Closed: no working days; meetings move' },
] as const;
