import { ROLES } from '../roles.ts';
import { planIdOf } from '../two-plans.ts';
import type { SomeCalls } from './use-case-call.ts';

/** The lists in SharePoint: writes that were refused, files that are taken in. */
export const LIST_CALLS = {
  viewListsState: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.viewListsState({ actor }),
  },
  repeatWrite: {
    about: 'plan',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor, { letter, outboxId }) =>
      useCases.repeatWrite({ actor, planId: planIdOf(letter), outboxId }),
  },
  giveUpWrite: {
    about: 'plan',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor, { letter, outboxId }) =>
      useCases.giveUpWrite({ actor, planId: planIdOf(letter), outboxId }),
  },
  receiveImport: {
    about: 'own',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor) =>
      useCases.receiveImport({
        actor,
        file: { name: 'plan.csv', bytes: Buffer.from('Number,Recommendation\n3,Written anew\n') },
      }),
  },
  listImports: {
    about: 'plan',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) => useCases.listImports({ actor, planId: planIdOf(letter) }),
  },
  viewImport: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { letter, importKey }) =>
      useCases.viewImport({ actor, importKey, planId: planIdOf(letter) }),
  },
  confirmImport: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { importKey }) => useCases.confirmImport({ actor, importKey }),
  },
  cancelImport: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { importKey }) => useCases.cancelImport({ actor, importKey }),
  },
} satisfies SomeCalls;
