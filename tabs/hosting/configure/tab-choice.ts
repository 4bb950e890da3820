import { VIEW_WORDS, VIEWS, type View } from '../../../plan/filter/views.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { type Address, parseAddress } from '../../address/address.ts';
import type { TabSettings } from '../tab-settings.ts';

/** What somebody chose that a tab opens with. */
export interface TabChoice {
  readonly planId: PlanId;
  /** Only what this group leads; `null`: the whole plan. */
  readonly group: string | null;
  readonly view: View;
}

/** Views that a tab can open with: what is only for some, or tells of messages, is a step further. */
export const TAB_VIEWS: readonly View[] = VIEWS.filter(
  (view) => view !== 'deliveries' && view !== 'settings',
);

/** What an existing tab shows, as far as it can be chosen here. */
export function choiceOf({ planId, group, view }: Address): TabChoice | null {
  return planId === null ? null : { planId, group, view: TAB_VIEWS.includes(view) ? view : 'plan' };
}

/** The tab to be saved, named by what it shows: `SEND plan`, `SEND: Timeline`. */
export function settingsOf(choice: TabChoice, planName: string): TabSettings {
  const { group, view } = choice;
  const whole = group === null ? planName : `${group} plan`;
  return {
    address: { ...parseAddress(''), ...choice },
    name: view === 'plan' ? whole : `${group ?? planName}: ${VIEW_WORDS[view]}`,
  };
}
