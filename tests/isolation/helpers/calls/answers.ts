import { ROLES, TAKING_PART } from '../roles.ts';
import { channelOf, MARK, MEETING, planIdOf } from '../two-plans.ts';
import { RECOMMENDATION, type SomeCalls } from './use-case-call.ts';

/** Answering in check-ins. */
export const ANSWER_CALLS = {
  openCheckIn: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.openCheckIn({ actor, channelId: channelOf(letter, 'send') }),
  },
  viewCheckIn: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) =>
      useCases.viewCheckIn({ actor, planId: planIdOf(letter), meetingKey: MEETING }),
  },
  viewGroupCheckIn: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) =>
      useCases.viewGroupCheckIn({ actor, planId: planIdOf(letter), groupKey: 'send' }),
  },
  findChannelGroup: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) =>
      useCases.findChannelGroup({ actor, channelId: channelOf(letter, 'send') }),
  },
  askQuestions: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.askQuestions({ actor, planId: planIdOf(letter), meetingKey: MEETING }),
  },
  answerItems: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.answerItems({
        actor,
        planId: planIdOf(letter),
        meetingKey: MEETING,
        submissionKey: 'the-same-key-in-both',
        answers: [{ ref: RECOMMENDATION, stage: 'In progress', note: `answered ${MARK[letter]}` }],
      }),
  },
  answerNoChange: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.answerNoChange({
        actor,
        planId: planIdOf(letter),
        meetingKey: MEETING,
        submissionKey: 'one-key-in-both-plans',
      }),
  },
  recordCheckInCard: {
    about: 'none',
    works: false,
    may: ROLES,
    // Told by the bot of a card it has just posted; nobody else can ask for it, and it answers nothing.
    call: (useCases, _actor, { letter }) =>
      useCases.recordCheckInCard({
        planId: planIdOf(letter),
        meetingKey: MEETING,
        at: { conversationId: channelOf(letter, 'send'), activityId: `card-${letter}` },
        serviceUrl: 'https://smba.example/',
      }),
  },
} satisfies SomeCalls;
