import { OWNED, ROLES, RUNNING } from '../roles.ts';
import { MARK, planIdOf } from '../two-plans.ts';
import { RECOMMENDATION, type SomeCalls } from './use-case-call.ts';

/** What a person is asked for in their own chat, and decides for themselves. */
export const PEOPLE_CALLS = {
  myActions: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.myActions({ actor }),
  },
  viewReminder: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => {
      const asks = (['a', 'b'] as const).map((letter) => ({
        planId: planIdOf(letter),
        ref: RECOMMENDATION,
        why: 'escalated' as const,
      }));
      return useCases.viewReminder({ actor, asks, open: asks[0] ?? null });
    },
  },
  sayNotMine: {
    about: 'plan',
    works: false,
    may: ['owner of an item'],
    call: (useCases, actor, { letter }) =>
      useCases.sayNotMine({
        actor,
        planId: planIdOf(letter),
        ref: OWNED,
        submissionKey: 'not-mine-in-both',
        words: MARK[letter],
      }),
  },
  giveItem: {
    about: 'plan',
    works: true,
    may: RUNNING,
    call: (useCases, actor, { letter }) =>
      useCases.giveItem({
        actor,
        planId: planIdOf(letter),
        ref: RECOMMENDATION,
        submissionKey: 'given-in-both',
        to: 'both',
        words: MARK[letter],
      }),
  },
  viewPersonal: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.viewPersonal({ actor }),
  },
  snooze: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) =>
      useCases.snooze({ actor, submissionKey: 'held-back-a-day', until: '2022-01-11' }),
  },
  setAway: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) =>
      useCases.setAway({
        actor,
        submissionKey: 'away-in-all-plans',
        away: { from: '2022-01-11', to: '2022-01-14', deputy: '' },
      }),
  },
  saveSettings: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) =>
      useCases.saveSettings({
        actor,
        submissionKey: 'settings-of-all-plans',
        settings: { quietFrom: '', quietTo: '', workDays: ['1'], muted: [], activityFeed: false },
      }),
  },
} satisfies SomeCalls;
