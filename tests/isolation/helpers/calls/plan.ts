import { strFromU8, unzipSync } from 'fflate';
import { NO_FILTER } from '../../../../plan/filter/filter.ts';
import { EXPORT_VIEWS } from '../../../../plan/filter/views.ts';
import { ROLES } from '../roles.ts';
import { channelOf, planIdOf } from '../two-plans.ts';
import { RECOMMENDATION, type SomeCalls } from './use-case-call.ts';

/** Looking at a plan as a whole. */
export const PLAN_CALLS = {
  listPlans: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.listPlans({ actor }),
  },
  viewOverview: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) =>
      useCases.viewOverview({ actor, planId: planIdOf(letter), on: null, since: null }),
  },
  viewPlanState: {
    about: 'plan',
    // It says that something has changed, never what.
    works: false,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.viewPlanState({ actor, planId: planIdOf(letter) }),
  },
  viewItem: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) =>
      useCases.viewItem({ actor, planId: planIdOf(letter), ...RECOMMENDATION, on: null }),
  },
  searchItems: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.searchItems({ actor, text: 'recommendation', limit: 10 }),
  },
  boardSummary: {
    about: 'plan',
    works: true,
    may: ['chair of the board'],
    call: (useCases, actor, { letter }) =>
      useCases.boardSummary({ actor, channelId: channelOf(letter, 'board') }),
  },
  exportPlan: {
    about: 'plan',
    works: true,
    may: ROLES,
    async call(useCases, actor, { letter }) {
      const ask = { actor, planId: planIdOf(letter) };
      const shown = EXPORT_VIEWS.map((view) => ({
        view,
        filter: NO_FILTER,
        sort: null,
        on: null,
        since: null,
      }));
      const files = await Promise.all([
        useCases.exportPlan({ ...ask, format: 'csv' }),
        ...[undefined, ...shown].map((page) =>
          useCases.exportPlan({ ...ask, format: 'xlsx', ...(page && { shown: page }) }),
        ),
      ]);
      return files.map(({ name, bytes }) => [
        name,
        Object.values(unzipSync(bytes)).map((one) => strFromU8(one)),
      ]);
    },
  },
} satisfies SomeCalls;
