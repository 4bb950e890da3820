import { date, lookup } from './columns.ts';
import { defineList } from './define-list.ts';
import { datedColumns } from './shared-columns.ts';

/** Dated promises of the plan that are not themselves recommendations. */
export const milestones = defineList('Milestones', {
  recommendation: lookup('Recommendation', 'Recommendations'),
  theme: lookup('Theme', 'Themes'),
  group: lookup('Group', 'Groups'),
  reachedOn: date('ReachedOn'),
  ...datedColumns,
});
