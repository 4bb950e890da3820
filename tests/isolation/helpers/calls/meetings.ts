import { ROLES, RUNNING, TAKING_PART } from '../roles.ts';
import { channelOf, MARK, MEETING, planIdOf } from '../two-plans.ts';
import { RECOMMENDATION, type SomeCalls } from './use-case-call.ts';

/** Meetings, and what is written down in them. */
export const MEETING_CALLS = {
  viewMeeting: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.viewMeeting({ actor, planId: planIdOf(letter), meetingKey: MEETING }),
  },
  viewChannelMeeting: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.viewChannelMeeting({ actor, channelId: channelOf(letter, 'send') }),
  },
  viewGroupMeeting: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.viewGroupMeeting({ actor, planId: planIdOf(letter), groupKey: 'send' }),
  },
  listGroups: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.listGroups({ actor }),
  },
  addAction: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.addAction({
        actor,
        planId: planIdOf(letter),
        groupKey: 'send',
        meetingKey: MEETING,
        submissionKey: 'an-action-in-both',
        action: {
          title: `Added ${MARK[letter]}`,
          owner: 'owner',
          due: '2022-03-31',
          recommendation: RECOMMENDATION.key,
          details: '',
        },
      }),
  },
  recordDecision: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.recordDecision({
        actor,
        planId: planIdOf(letter),
        meetingKey: MEETING,
        submissionKey: 'a-decision-in-both',
        decision: `Decided ${MARK[letter]}`,
      }),
  },
  recordAttendance: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.recordAttendance({
        actor,
        planId: planIdOf(letter),
        meetingKey: MEETING,
        submissionKey: 'attendance-in-both',
        attendees: [],
      }),
  },
  viewNextMeeting: {
    about: 'plan',
    works: true,
    may: TAKING_PART,
    call: (useCases, actor, { letter }) =>
      useCases.viewNextMeeting({ actor, channelId: channelOf(letter, 'send') }),
  },
  moveMeeting: {
    about: 'plan',
    works: true,
    may: RUNNING,
    call: (useCases, actor, { letter }) =>
      useCases.moveMeeting({
        actor,
        planId: planIdOf(letter),
        meetingKey: MEETING,
        on: '2022-01-12',
        time: '10:00',
      }),
  },
  cancelMeeting: {
    about: 'plan',
    works: true,
    may: RUNNING,
    call: (useCases, actor, { letter }) =>
      useCases.cancelMeeting({ actor, planId: planIdOf(letter), meetingKey: MEETING }),
  },
  closeCheckIn: {
    about: 'plan',
    works: true,
    may: RUNNING,
    call: (useCases, actor, { letter }) =>
      useCases.closeCheckIn({ actor, planId: planIdOf(letter), meetingKey: MEETING }),
  },
  startMeeting: {
    about: 'none',
    works: false,
    may: ROLES,
    // Told by Teams; nobody can ask for it, and it answers nothing.
    call: (useCases, { tenantId, entraObjectId }, { letter }) =>
      useCases.startMeeting({ tenantId, entraObjectId, channelId: channelOf(letter, 'send'), title: null }),
  },
} satisfies SomeCalls;
