import { planIdOf } from '../two-plans.ts';
import type { SomeCalls } from './use-case-call.ts';

/** What plan managers set. */
export const SETTINGS_CALLS = {
  viewSettings: {
    about: 'plan',
    works: true,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) => useCases.viewSettings({ actor, planId: planIdOf(letter) }),
  },
  savePlanSettings: {
    about: 'plan',
    works: true,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) =>
      useCases.savePlanSettings({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'settings-in-both',
        input: { values: { toleranceDays: '21' }, base: { toleranceDays: '14' } },
      }),
  },
  saveGroup: {
    about: 'plan',
    works: true,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) =>
      useCases.saveGroup({
        actor,
        planId: planIdOf(letter),
        groupKey: 'send',
        submissionKey: 'a-group-in-both',
        input: { values: { meetingTime: '11:00' }, base: { meetingTime: '10:00' } },
      }),
  },
  saveOwner: {
    about: 'plan',
    works: true,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) =>
      useCases.saveOwner({
        actor,
        planId: planIdOf(letter),
        ownerKey: 'both',
        submissionKey: 'a-person-in-both',
        input: { values: { deputy: 'owner' }, base: { deputy: '' } },
      }),
  },
} satisfies SomeCalls;
