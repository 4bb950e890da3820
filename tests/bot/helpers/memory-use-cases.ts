import type {
  AnswerInput,
  AnswerProblem,
  DeliveriesContent,
  DeliveryDecision,
  ListsStateContent,
  QuestionsContent,
} from '../../../plan/content.ts';
import { AppError } from '../../../plan/errors.ts';
import type { Actor, AnswerResult, UseCases } from '../../../workflow/use-cases.ts';
import { makeBoardSummary, makeCheckIn, makeForm } from './make-content.ts';
import { makeDeliveries } from './make-deliveries.ts';
import { makeListsState, makePreview } from './make-lists-content.ts';
import { memoryBoardReports } from './memory-board-reports.ts';
import { type MemoryCalendar, makeCalendar, memoryCalendar } from './memory-calendar.ts';
import { type MemoryCoProduction, makeCoProduction, memoryCoProduction } from './memory-co-production.ts';
import { type MemoryEngagements, makeEngagements, memoryEngagements } from './memory-engagements.ts';
import { type MemoryMeasures, makeMeasures, memoryMeasures } from './memory-measures.ts';
import { type MemoryMeetings, makeMeetings, memoryMeetings } from './memory-meetings.ts';
import { type MemoryPeople, makePeople, memoryPeople } from './memory-people.ts';

/** One call of a use case, with what was asked. */
export interface Call {
  readonly name: keyof UseCases;
  readonly ask: Record<string, unknown>;
}

/** Use cases over one small plan in memory, with a diary of what was asked of them. */
export interface MemoryUseCases extends UseCases {
  readonly calls: Call[];
  /** Calls by name. */
  called(name: keyof UseCases): Record<string, unknown>[];
  /** People the plan knows, by Entra object id or e-mail; empty = everybody. */
  readonly known: Set<string>;
  /** Thrown by the next use case but `seeConversation`, once. */
  failNext(error: unknown): void;
  form: QuestionsContent;
  /** Plans the person manages, and what a file for one of them would do. */
  states: ListsStateContent[];
  received: Awaited<ReturnType<UseCases['receiveImport']>>;
  /** Who was reached in every plan. */
  deliveries: DeliveriesContent;
  meetings: MemoryMeetings;
  people: MemoryPeople;
  calendar: MemoryCalendar;
  coProduction: MemoryCoProduction;
  engagements: MemoryEngagements;
  measures: MemoryMeasures;
  /** Plans the person is in. */
  plans: { planId: string; planName: string }[];
  /** Forgets everything that happened. */
  reset(): void;
  /** What stands in the way of an answer. */
  check: (answer: AnswerInput) => AnswerProblem[];
  /** What is told besides of answers that are saved. */
  outcome: Partial<Pick<AnswerResult, 'remarks' | 'isLate' | 'isHeldUp'>>;
}

export const createMemoryUseCases = (): MemoryUseCases => {
  const calls: Call[] = [];
  const known = new Set<string>();
  const submissions = new Map<string, AnswerResult>();
  const answered = new Set<string>();
  let failure: { error: unknown } | null = null;

  const enter = (name: keyof UseCases, ask: object & { actor?: Actor }): void => {
    calls.push({ name, ask: { ...ask } });
    if (failure) {
      const { error } = failure;
      failure = null;
      throw error;
    }
    const { actor } = ask;
    if (!actor || known.size === 0) return;
    if (known.has(actor.entraObjectId ?? '') || known.has(actor.email ?? '')) return;
    throw new AppError({
      code: 'FORBIDDEN',
      message: 'person is not in the plan',
      userMessage: 'You are not in this improvement plan.',
    });
  };

  const formNow = (): QuestionsContent => ({
    ...useCases.form,
    questions: useCases.form.questions.map((one) => ({ ...one, answered: answered.has(one.ref.key) })),
  });

  const save = (
    submissionKey: string,
    answers: readonly AnswerInput[],
    asked: unknown = answers,
  ): AnswerResult => {
    const submission = JSON.stringify([submissionKey, asked]);
    const first = submissions.get(submission);
    if (first) return first;
    const problems = answers.flatMap(useCases.check);
    const good = answers.filter(({ ref }) => !problems.some((problem) => problem.ref.key === ref.key));
    for (const { ref } of good) answered.add(ref.key);
    const result: AnswerResult = {
      savedCount: good.length,
      problems,
      remarks: [],
      isLate: false,
      isHeldUp: false,
      checkIn: makeCheckIn({ answeredCount: answered.size }),
      ...useCases.outcome,
      remaining: { ...formNow(), submissionKey: `after ${submissionKey}` },
    };
    if (good.length > 0) submissions.set(submission, result);
    return result;
  };

  const useCases: MemoryUseCases = {
    calls,
    known,
    called: (name) => calls.filter((call) => call.name === name).map(({ ask }) => ask),
    failNext: (error) => {
      failure = { error };
    },
    form: makeForm(),
    check: () => [],
    outcome: {},
    meetings: makeMeetings(),
    people: makePeople(),
    calendar: makeCalendar(),
    coProduction: makeCoProduction(),
    engagements: makeEngagements(),
    measures: makeMeasures(),
    ...makeLists(),
    reset() {
      calls.length = 0;
      known.clear();
      submissions.clear();
      answered.clear();
      failure = null;
      useCases.form = makeForm();
      useCases.check = () => [];
      useCases.outcome = {};
      useCases.meetings = makeMeetings();
      useCases.people = makePeople();
      useCases.calendar = makeCalendar();
      useCases.coProduction = makeCoProduction();
      useCases.engagements = makeEngagements();
      useCases.measures = makeMeasures();
      Object.assign(useCases, makeLists());
    },
    seeConversation: async (seen) => {
      calls.push({ name: 'seeConversation', ask: { ...seen } });
    },
    openCheckIn: async (ask) => {
      enter('openCheckIn', ask);
      return makeCheckIn();
    },
    viewCheckIn: async (ask) => {
      enter('viewCheckIn', ask);
      return makeCheckIn({ answeredCount: 2 });
    },
    viewGroupCheckIn: () => Promise.reject(new Error('the bot asks by meeting')),
    findChannelGroup: async (ask) => {
      enter('findChannelGroup', ask);
      return useCases.coProduction.channel;
    },
    askQuestions: async (ask) => {
      enter('askQuestions', ask);
      return formNow();
    },
    answerItems: async (ask) => {
      enter('answerItems', ask);
      return save(ask.submissionKey, ask.answers);
    },
    answerNoChange: async (ask) => {
      enter('answerNoChange', ask);
      const open = formNow().questions.filter((one) => !one.answered);
      return save(
        ask.submissionKey,
        open.map(({ ref }) => ({ ref, noChange: true })),
        'all mine',
      );
    },
    ...memoryMeetings(enter, () => useCases.meetings),
    myActions: async (ask) => {
      enter('myActions', ask);
      return useCases.form.questions.length === 0
        ? []
        : [{ ...formNow(), meetingKey: null, groupName: null }];
    },
    ...memoryPeople(enter, () => useCases.people),
    ...memoryCalendar(enter, () => useCases.calendar),
    ...memoryEngagements(enter, () => useCases.engagements),
    ...memoryMeasures(enter, () => useCases.measures),
    boardSummary: async (ask) => {
      enter('boardSummary', ask);
      return makeBoardSummary();
    },
    recordCheckInCard: async (ask) => {
      enter('recordCheckInCard', ask);
    },
    listPlans: async (ask) => {
      enter('listPlans', ask);
      return useCases.plans;
    },
    viewOverview: () => Promise.reject(new Error('the bot shows no overview')),
    viewPlanState: () => Promise.reject(new Error('the bot watches no plan')),
    viewItem: () => Promise.reject(new Error('the bot shows no item')),
    viewSettings: () => Promise.reject(new Error('the bot shows no settings of a plan')),
    savePlanSettings: () => Promise.reject(new Error('the bot changes no settings of a plan')),
    saveGroup: () => Promise.reject(new Error('the bot changes no group')),
    saveOwner: () => Promise.reject(new Error('the bot changes nobody')),
    viewListsState: async (ask) => {
      enter('viewListsState', ask);
      return useCases.states;
    },
    repeatWrite: async (ask) => {
      enter('repeatWrite', ask);
      return settle(ask.outboxId);
    },
    giveUpWrite: async (ask) => {
      enter('giveUpWrite', ask);
      return settle(ask.outboxId);
    },
    viewDeliveries: async (ask) => {
      enter('viewDeliveries', ask);
      return { ...useCases.deliveries, planId: ask.planId, page: ask.page ?? 0 };
    },
    viewDeliveryLedger: () => Promise.reject(new Error('the bot shows no ledger by day')),
    sendAgain: async (ask) => {
      enter('sendAgain', ask);
      return settleDelivery(ask.noticeId, 'It is sent again now.');
    },
    markArrived: async (ask) => {
      enter('markArrived', ask);
      return settleDelivery(ask.noticeId, 'Noted that it arrived.');
    },
    receiveImport: async (ask) => {
      enter('receiveImport', ask);
      return useCases.received;
    },
    viewImport: async (ask) => {
      enter('viewImport', ask);
      const preview = useCases.received.kind === 'import-preview' ? useCases.received : makePreview();
      const { columns = {} } = ask;
      return {
        ...preview,
        columns: preview.columns.map((one) => ({ ...one, field: columns[one.header] ?? one.field })),
      };
    },
    confirmImport: async (ask) => {
      enter('confirmImport', ask);
    },
    cancelImport: async (ask) => {
      enter('cancelImport', ask);
    },
    listImports: () => Promise.reject(new Error('the bot lists no imports')),
    ...memoryBoardReports(),
    ...memoryCoProduction(enter, () => useCases.coProduction),
    exportPlan: async (ask) => {
      enter('exportPlan', ask);
      const name = ask.format === 'xlsx' ? 'plan.xlsx' : 'plan.zip';
      return {
        name,
        contentType: 'application/octet-stream',
        bytes: Buffer.from(`the plan as ${ask.format}`),
      };
    },
  };

  const settle = (outboxId: number): ListsStateContent => {
    const [state = makeListsState()] = useCases.states;
    const refused = state.refused.filter((write) => write.outboxId !== outboxId);
    useCases.states = [{ ...state, refused, refusedCount: refused.length }];
    return useCases.states[0] ?? state;
  };
  const settleDelivery = (noticeId: number, words: string): DeliveryDecision => {
    const open = useCases.deliveries.open.filter((delivery) => delivery.noticeId !== noticeId);
    useCases.deliveries = { ...useCases.deliveries, open };
    return { words, deliveries: useCases.deliveries };
  };
  return useCases;
};

const makeLists = (): Pick<MemoryUseCases, 'states' | 'received' | 'plans' | 'deliveries'> => ({
  states: [makeListsState()],
  received: makePreview(),
  deliveries: makeDeliveries(),
  plans: [{ planId: 'alp', planName: 'ALP improvement plan' }],
});
