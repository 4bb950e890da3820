import { ROLES, SIGNING_OFF, TAKING_PART } from '../roles.ts';
import { planIdOf } from '../two-plans.ts';
import { RECOMMENDATION, type SomeCalls } from './use-case-call.ts';

export const RANKING = { groupKey: 'parents', choices: [RECOMMENDATION.key, 'rec-4'], voices: '' } as const;

/** Of what is done in both plans. */
export const SIGN_OFF = {
  ref: { list: 'Recommendations', key: 'rec-5' },
  groupKey: 'parents',
  decision: 'Agreed',
  conditions: '',
  conditionsDue: '',
  reason: '',
  dissent: '',
  voices: '12',
} as const;

/** Of what is complete in both. */
export const IMPACT = {
  ref: { list: 'Recommendations', key: 'rec-6' },
  answer: 'It no longer works',
  words: 'Places were lost again',
  evidenceUrl: '',
} as const;

export const CO_PRODUCTION_CALLS = {
  viewCoProduction: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.viewCoProduction({ actor, planId: planIdOf(letter) }),
  },
  listRankings: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.listRankings({ actor }),
  },
  viewRankingForm: {
    about: 'plan',
    works: true,
    may: SIGNING_OFF,
    call: (useCases, actor, { letter }) =>
      useCases.viewRankingForm({ actor, planId: planIdOf(letter), groupKey: 'parents' }),
  },
  rank: {
    about: 'plan',
    works: true,
    may: ['member of a reference group'],
    call: (useCases, actor, { letter }) =>
      useCases.rank({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'a-ranking-in-both',
        ranking: RANKING,
      }),
  },
  viewSignOffForm: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.viewSignOffForm({ actor, planId: planIdOf(letter) }),
  },
  recordSignOff: {
    about: 'plan',
    works: true,
    may: SIGNING_OFF,
    call: (useCases, actor, { letter }) =>
      useCases.recordSignOff({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'a-sign-off-in-both',
        signOff: SIGN_OFF,
      }),
  },
  askSignOff: {
    about: 'plan',
    works: true,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) =>
      useCases.askSignOff({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'asked-in-both',
        ref: RECOMMENDATION,
        groupKey: 'parents',
      }),
  },
  checkImpact: {
    about: 'plan',
    works: true,
    may: [...TAKING_PART, 'member of a reference group'],
    call: (useCases, actor, { letter }) =>
      useCases.checkImpact({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'a-check-in-both',
        impact: IMPACT,
      }),
  },
} satisfies SomeCalls;
