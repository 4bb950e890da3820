import { note, number } from './columns.ts';
import { defineList } from './define-list.ts';

/** What the plan is about: the headings its recommendations stand under. */
export const themes = defineList('Themes', {
  sortOrder: number('SortOrder'),
  reviewSaid: note('ReviewSaid'),
  stakeholdersSaid: note('StakeholdersSaid'),
  progressSoFar: note('ProgressSoFar'),
});
