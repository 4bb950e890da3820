import { strFromU8, unzipSync } from 'fflate';
import type { EngagementInput } from '../../../../plan/content.ts';
import { RECORDING, ROLES, SIGNING_OFF } from '../roles.ts';
import { MARK, planIdOf } from '../two-plans.ts';
import { RECOMMENDATION, type SomeCalls } from './use-case-call.ts';

export const ENGAGEMENT: EngagementInput = {
  title: 'Heads of special schools',
  on: '2022-01-07',
  purpose: 'How they would like to be involved',
  said: 'Tell us sooner',
  outcome: '',
  theme: '',
  answer: '',
  voices: '14',
};

export const COMMENT = {
  groupKey: 'parents',
  ref: RECOMMENDATION,
  theme: '',
  words: 'The words are hard to read',
  voices: '',
} as const;

/** What people say outside check-ins, and what came of it. */
export const ENGAGEMENT_CALLS = {
  viewEngagementForms: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.viewEngagementForms({ actor }),
  },
  viewEngagementForm: {
    about: 'plan',
    works: true,
    may: RECORDING,
    call: (useCases, actor, { letter }) =>
      useCases.viewEngagementForm({ actor, planId: planIdOf(letter), engagementKey: null }),
  },
  saveEngagement: {
    about: 'plan',
    works: true,
    may: RECORDING,
    call: (useCases, actor, { letter }) =>
      useCases.saveEngagement({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'an-entry-in-both',
        engagementKey: null,
        engagement: { ...ENGAGEMENT, title: `Heads of ${MARK[letter]}` },
      }),
  },
  viewCommentForms: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.viewCommentForms({ actor }),
  },
  comment: {
    about: 'plan',
    works: true,
    may: SIGNING_OFF,
    call: (useCases, actor, { letter }) =>
      useCases.comment({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'a-comment-in-both',
        comment: COMMENT,
      }),
  },
  viewYouSaid: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.viewYouSaid({ actor, planId: planIdOf(letter) }),
  },
  exportYouSaid: {
    about: 'plan',
    works: true,
    may: ROLES,
    async call(useCases, actor, { letter }) {
      const ask = { actor, planId: planIdOf(letter), format: 'docx' } as const;
      const { name, bytes } = await useCases.exportYouSaid(ask);
      return [name, Object.values(unzipSync(bytes)).map((one) => strFromU8(one))];
    },
  },
} satisfies SomeCalls;
