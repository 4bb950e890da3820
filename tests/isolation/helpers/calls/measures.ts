import { READING, ROLES } from '../roles.ts';
import { planIdOf } from '../two-plans.ts';
import type { SomeCalls } from './use-case-call.ts';

export const NEW_READING = { measure: 'measure-1', value: '126', on: '2022-01-07' } as const;

/** What a plan counts, and its readings. */
export const MEASURE_CALLS = {
  viewMeasures: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.viewMeasures({ actor, planId: planIdOf(letter) }),
  },
  listMeasures: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.listMeasures({ actor }),
  },
  recordReading: {
    about: 'plan',
    works: true,
    may: READING,
    call: (useCases, actor, { letter }) =>
      useCases.recordReading({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'a-reading-in-both',
        reading: NEW_READING,
      }),
  },
} satisfies SomeCalls;
