import type { ListName } from '../../plan/glossary.ts';
import { actions } from './actions.ts';
import { boardReports } from './board-reports.ts';
import { closures } from './closures.ts';
import type { ListDefinition } from './define-list.ts';
import { engagementLog } from './engagement-log.ts';
import { groups } from './groups.ts';
import { measures } from './measures.ts';
import { meetings } from './meetings.ts';
import { milestones } from './milestones.ts';
import { owners } from './owners.ts';
import { planSettings } from './plan-settings.ts';
import { priorities } from './priorities.ts';
import { readings } from './readings.ts';
import { recommendations } from './recommendations.ts';
import { signOffs } from './sign-offs.ts';
import { themes } from './themes.ts';
import { updates } from './updates.ts';

export type { ListDefinition } from './define-list.ts';

/** Every list of a plan's site, by its title. */
export const LISTS: { readonly [L in ListName]: ListDefinition } = {
  Themes: themes,
  Groups: groups,
  Owners: owners,
  Recommendations: recommendations,
  Meetings: meetings,
  Actions: actions,
  Milestones: milestones,
  Updates: updates,
  Measures: measures,
  Readings: readings,
  'Board reports': boardReports,
  'Sign-offs': signOffs,
  Priorities: priorities,
  'Engagement log': engagementLog,
  Closures: closures,
  'Plan settings': planSettings,
};
