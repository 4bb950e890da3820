import { ROLES } from '../roles.ts';
import { planIdOf } from '../two-plans.ts';
import type { SomeCalls } from './use-case-call.ts';

/** Where people are reached, and what became of messages. */
export const DELIVERY_CALLS = {
  seeConversation: {
    about: 'none',
    works: false,
    may: ROLES,
    call: (useCases, actor) =>
      useCases.seeConversation({
        tenantId: actor.tenantId,
        serviceUrl: 'https://smba.example/',
        conversationId: `chat:${actor.entraObjectId}`,
        kind: 'personal',
        teamId: null,
        channelId: null,
        entraObjectId: actor.entraObjectId,
        teamsUserId: null,
        botId: 'bot',
        reachable: true,
      }),
  },
  viewDeliveries: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.viewDeliveries({ actor, planId: planIdOf(letter) }),
  },
  viewDeliveryLedger: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.viewDeliveryLedger({ actor, planId: planIdOf(letter) }),
  },
  sendAgain: {
    about: 'plan',
    works: true,
    may: ['plan manager'],
    call: (useCases, actor, { letter, noticeId }) =>
      useCases.sendAgain({ actor, planId: planIdOf(letter), noticeId, attempt: 1 }),
  },
  markArrived: {
    about: 'plan',
    works: true,
    may: ['plan manager'],
    call: (useCases, actor, { letter, noticeId }) =>
      useCases.markArrived({ actor, planId: planIdOf(letter), noticeId, attempt: 1 }),
  },
} satisfies SomeCalls;
