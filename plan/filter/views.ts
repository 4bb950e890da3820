/** The pages of the dashboard, in the order of their tabs. */
export const VIEWS = [
  'plan',
  'timeline',
  'groups',
  'items',
  'changes',
  'measures',
  'co-production',
  'reports',
  'deliveries',
  'settings',
] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_WORDS: Readonly<Record<View, string>> = {
  plan: 'Plan on a page',
  timeline: 'Timeline',
  groups: 'Groups',
  items: 'All items',
  changes: 'Changes',
  measures: 'Measures',
  'co-production': 'Co-production',
  reports: 'Board reports',
  deliveries: 'Deliveries',
  settings: 'Settings',
};

export function isView(text: string): text is View {
  return VIEWS.some((view) => view === text);
}

/** The pages that can be taken away as a file of their own: those that show the plan. */
export const EXPORT_VIEWS = [
  'plan',
  'timeline',
  'groups',
  'items',
  'changes',
] as const satisfies readonly View[];
export type ExportView = (typeof EXPORT_VIEWS)[number];

export function isExportView(text: string): text is ExportView {
  return EXPORT_VIEWS.some((view) => view === text);
}
