import { strFromU8, unzipSync } from 'fflate';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';
import { OWNED, ROLES, type Role, RUNNING, TAKING_PART } from './roles.ts';
import { channelOf, type Letter, MARK, MEETING, planIdOf } from './two-plans.ts';

/** What a call is made with. */
export interface Target {
  readonly letter: Letter;
  /** A refused write of the plan, and a received file. */
  readonly outboxId: number;
  readonly importKey: string;
  /** A message of which it is not known whether it arrived. */
  readonly noticeId: number;
}

/** One use case, asked about one plan. */
export interface UseCaseCall {
  /**
   * - `plan`: names a plan, or something of it; whoever is not in it is refused.
   * - `own`: names none; everybody gets what is theirs, and strangers are refused or get nothing.
   * - `none`: says nothing of a plan.
   */
  readonly about: 'plan' | 'own' | 'none';
  /** Whoever may get something gets something of the plan. `false`: for a fault of the test's surroundings it may fail. */
  readonly works: boolean;
  /** Who of a plan may do it in the group of the meeting; the others are refused. */
  readonly may: readonly Role[];
  call(useCases: UseCases, actor: Actor, target: Target): Promise<unknown>;
}

const ref = { list: 'Recommendations', key: 'rec-3' } as const;

/** All of them: one that is added does not compile without its line. */
export const USE_CASE_CALLS: { readonly [K in keyof UseCases]: UseCaseCall } = {
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
        answers: [{ ref, stage: 'In progress', note: `answered ${MARK[letter]}` }],
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
          recommendation: ref.key,
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
  searchItems: {
    about: 'own',
    works: true,
    may: ROLES,
    call: (useCases, actor) => useCases.searchItems({ actor, text: 'recommendation', limit: 10 }),
  },
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
        ref,
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
        ref,
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
  boardSummary: {
    about: 'plan',
    works: true,
    may: ['chair of the board'],
    call: (useCases, actor, { letter }) =>
      useCases.boardSummary({ actor, channelId: channelOf(letter, 'board') }),
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
    call: (useCases, actor, { letter }) => useCases.viewOverview({ actor, planId: planIdOf(letter) }),
  },
  viewItem: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.viewItem({ actor, planId: planIdOf(letter), ...ref }),
  },
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
  viewDeliveries: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.viewDeliveries({ actor, planId: planIdOf(letter) }),
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
  viewCalendarImport: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { letter }) =>
      useCases.viewCalendarImport({ actor, draftKey: `calendar-${letter}`, planId: planIdOf(letter) }),
  },
  confirmCalendarImport: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { letter }) =>
      useCases.confirmCalendarImport({ actor, draftKey: `calendar-${letter}`, kind: 'Quiet' }),
  },
  cancelCalendarImport: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { letter }) =>
      useCases.cancelCalendarImport({ actor, draftKey: `calendar-${letter}` }),
  },
  listClosures: {
    about: 'own',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor) => useCases.listClosures({ actor }),
  },
  addClosure: {
    about: 'plan',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) =>
      useCases.addClosure({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'a-closure-in-both',
        closure: {
          title: `Closed ${MARK[letter]}`,
          from: '2022-03-01',
          to: '',
          kind: 'Quiet',
          groups: [],
        },
      }),
  },
  cancelClosure: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { letter }) =>
      useCases.cancelClosure({ actor, planId: planIdOf(letter), closureKey: 'no-such-row' }),
  },
  viewCalendarFeeds: {
    about: 'own',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor) => useCases.viewCalendarFeeds({ actor }),
  },
  makeCalendarFeed: {
    about: 'plan',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) => useCases.makeCalendarFeed({ actor, planId: planIdOf(letter) }),
  },
  stopCalendarFeed: {
    about: 'plan',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) => useCases.stopCalendarFeed({ actor, planId: planIdOf(letter) }),
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
};
