import { strFromU8, unzipSync } from 'fflate';
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
      const files = await Promise.all(
        (['xlsx', 'csv'] as const).map((format) =>
          useCases.exportPlan({ actor, planId: planIdOf(letter), format }),
        ),
      );
      return files.map(({ name, bytes }) => [
        name,
        Object.values(unzipSync(bytes)).map((one) => strFromU8(one)),
      ]);
    },
  },
} satisfies SomeCalls;
