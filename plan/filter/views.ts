/** The pages of the dashboard, in the order of their tabs. */
export const VIEWS = ['plan', 'timeline', 'groups', 'items', 'changes', 'deliveries', 'settings'] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_WORDS: Readonly<Record<View, string>> = {
  plan: 'Plan on a page',
  timeline: 'Timeline',
  groups: 'Groups',
  items: 'All items',
  changes: 'Changes',
  deliveries: 'Deliveries',
  settings: 'Settings',
};

export function isView(text: string): text is View {
  return VIEWS.some((view) => view === text);
}
