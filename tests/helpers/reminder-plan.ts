import type { Plan } from '../../plan/plan.ts';
import { makeAction, makeGroup, makeOwner, makePlan } from './make-plan.ts';
import { entriesOn } from './reminders.ts';

/** The one action of these plans. */
export const ref = { list: 'Actions', key: 'action-7' } as const;
/** So far off that its dates remind nobody. */
export const FAR = { forecastDue: '2022-12-01', baselineDue: '2022-12-01' };
/** A second group, with a chair of its own. */
export const finance = makeGroup({
  key: 'finance',
  itemId: 2,
  title: 'Finance',
  chair: 'finance chair',
  everyWeeks: null,
});
/** Who owns the action, the chairs of both groups, and a plan manager. */
export const owners = [
  makeOwner(),
  makeOwner({ key: 'chair', itemId: 2, title: 'SEND chair', roles: ['Chair'] }),
  makeOwner({ key: 'finance chair', itemId: 3, title: 'Finance chair', groups: ['finance'] }),
  makeOwner({ key: 'manager', itemId: 4, title: 'Plan manager', roles: ['Plan manager'] }),
];
/** Two groups that do not meet, and an action of the first. */
export const planWith = (action: Parameters<typeof makeAction>[0], overrides: Partial<Plan> = {}) =>
  makePlan({
    groups: [makeGroup({ everyWeeks: null }), finance],
    owners,
    actions: [makeAction(action)],
    ...overrides,
  });
/** The same groups, the first with another chair or none. */
export const chairedBy = (chair: string | null) => ({
  groups: [makeGroup({ everyWeeks: null, chair }), finance],
});
/** Who reads what on a day, and the words. */
export const readOn = (plan: Plan, day: string, ledger: Parameters<typeof entriesOn>[3] = {}) =>
  plan.owners.flatMap(({ key }) =>
    entriesOn(plan, key, day, ledger).map(({ why, words }) => `${key}: ${why}: ${words}`),
  );
