import type { CardContext } from '../../../bot/cards/card.ts';
import type {
  AlertContent,
  BoardSummaryContent,
  CheckInContent,
  DigestContent,
  ItemLine,
  ItemQuestion,
  QuestionsContent,
  ReminderContent,
  ReportReminderContent,
  SupersededContent,
} from '../../../plan/content.ts';

/** What cards are built with in tests. */
export const cardContext: CardContext = {
  submissionKey: 'key-00000001',
  tabLink: (target) =>
    `https://tab.example/${target ? target.planId : ''}${target?.ref ? `/${target.ref.key}` : ''}`,
};

/** An open item; tests override what matters. */
export const makeLine = (over: Partial<ItemLine> = {}): ItemLine => ({
  ref: { list: 'Recommendations', key: 'r3' },
  label: '3',
  title: 'Protocol between the ALP Hub and SEND teams',
  ownerName: 'Joint working lead',
  stage: 'In progress',
  schedule: 'Red',
  confidence: 'Red',
  disagrees: false,
  baseline: { date: '2022-01-31', words: 'Jan 2022' },
  forecast: { date: '2022-01-31', words: 'Jan 2022' },
  dueIn: 'in 7 days',
  overdue: false,
  latestNote: 'Two schools still to comment',
  latestNoteOn: '10 Jan 2022',
  waitingOnName: null,
  ...over,
});

export const makeAsked = (over: Partial<CheckInContent['asked'][number]> = {}) => ({
  ...makeLine(),
  reasons: ['due soon' as const],
  answered: null,
  blocker: null,
  waitingSince: null,
  silentMeetings: 0,
  ...over,
});

export const makeCheckIn = (over: Partial<CheckInContent> = {}): CheckInContent => ({
  kind: 'check-in',
  planId: 'alp',
  planName: 'ALP improvement plan',
  meetingKey: 'send-2022-01-24',
  groupKey: 'send',
  groupName: 'SEND',
  state: 'open',
  meetingWords: 'Mon 24 Jan 2022, 10:00',
  closesWords: 'Tue 25 Jan 2022, 17:00',
  asked: [
    makeAsked(),
    makeAsked({
      ref: { list: 'Recommendations', key: 'r12' },
      label: '12',
      title: 'Plan and money for pupils with SEND in ALP meanwhile',
      ownerName: 'Finance lead',
      stage: 'Waiting on others',
      waitingOnName: 'Finance',
      schedule: 'Amber',
      confidence: 'Green',
      forecast: { date: '2022-04-30', words: 'Apr 2022' },
      baseline: { date: '2022-03-31', words: 'Mar 2022' },
      dueIn: null,
      disagrees: true,
    }),
    makeAsked({
      ref: { list: 'Actions', key: 'a7' },
      label: 'A7',
      title: 'Share the draft process map with special school heads',
      schedule: 'Green',
      confidence: 'Green',
      answered: { byName: 'SEND lead', atWords: '21 Jan 2022, 09:12', late: false },
    }),
  ],
  answeredCount: 1,
  quietCount: 6,
  askedCount: over.asked?.length ?? 3,
  answeredBy: ['SEND lead'],
  view: { list: 'asked', page: 1 },
  pageCount: 1,
  changes: [],
  changesSince: null,
  newActionCount: 0,
  decisionCount: 0,
  attendeeCount: null,
  waitingCount: 0,
  refusedCount: 0,
  ...over,
});

export const makeSuperseded = (over: Partial<SupersededContent> = {}): SupersededContent => ({
  kind: 'superseded',
  planId: 'alp',
  planName: 'ALP improvement plan',
  groupName: 'SEND',
  meetingWords: 'Mon 24 Jan 2022, 10:00',
  ...over,
});

export const makeQuestion = (over: Partial<ItemQuestion> = {}): ItemQuestion => ({
  ...makeLine(),
  last: {
    stage: 'In progress',
    confidence: 'Green',
    forecastDue: '2022-01-31',
    note: 'Two schools still to comment',
    blocker: null,
    waitingOn: null,
    evidenceUrl: null,
  },
  answered: false,
  ...over,
});

export const makeForm = (over: Partial<QuestionsContent> = {}): QuestionsContent => ({
  kind: 'questions',
  planId: 'alp',
  planName: 'ALP improvement plan',
  meetingKey: 'send-2022-01-24',
  groupName: 'SEND',
  personName: 'Joint working lead',
  submissionKey: 'form-00000001',
  questions: [
    makeQuestion(),
    makeQuestion({
      ref: { list: 'Recommendations', key: 'r12' },
      label: '12',
      title: 'Plan and money for pupils with SEND in ALP meanwhile',
    }),
    makeQuestion({
      ref: { list: 'Actions', key: 'a7' },
      label: 'A7',
      title: 'Share the draft process map with special school heads',
    }),
  ],
  groups: [
    { key: 'finance', name: 'Finance' },
    { key: 'data', name: 'Data' },
  ],
  ...over,
});

const MARCH = { date: '2022-03-31', words: 'Mar 2022' };
const COUNTS = { green: 3, amber: 1, red: 1, complete: 2, undated: 0 };

const makeSlip = (line: ItemLine = makeLine()) => ({
  line,
  fromWords: 'Mar 2022',
  toWords: 'Apr 2022',
  reason: 'System access not granted',
});

export const makeAlert = (over: Partial<AlertContent> = {}): AlertContent => ({
  kind: 'alert',
  planId: 'alp',
  planName: 'ALP improvement plan',
  groupName: 'Finance',
  todayWords: 'Mon 24 Jan 2022',
  entries: [
    {
      what: 'missed',
      whenWords: '1 day overdue',
      reason: null,
      line: makeLine({ label: '12', title: 'Plan and money for pupils with SEND in ALP meanwhile' }),
    },
    {
      what: 'slipped',
      whenWords: 'Jan 2022 → Apr 2022',
      reason: 'System access not granted',
      line: makeLine({
        label: '10',
        title: 'Give budget holders working controls',
        ownerName: 'Finance lead',
        forecast: { date: '2022-04-30', words: 'Apr 2022' },
        confidence: 'Amber',
      }),
    },
    {
      what: 'coming',
      whenWords: 'in 14 days',
      reason: null,
      line: makeLine({ schedule: 'Green', confidence: 'Green' }),
    },
    {
      what: 'unblocked',
      whenWords: 'SEND no longer waits on this group',
      reason: null,
      line: makeLine({
        label: '24',
        title: 'Agree how high-cost placements are approved',
        ownerName: 'SEND lead',
        schedule: 'Amber',
        latestNote: null,
      }),
    },
  ],
  ...over,
});

export const makeDigest = (over: Partial<DigestContent> = {}): DigestContent => ({
  kind: 'digest',
  planId: 'alp',
  planName: 'ALP improvement plan',
  groupName: 'Finance',
  periodWords: '7 to 21 Mar 2022',
  headline:
    'One item was completed and one item turned Red. 24 has been overdue for 5 days. One item of other groups waits for you.',
  now: COUNTS,
  before: { ...COUNTS, green: 4, red: 0 },
  trend: [
    { words: '24 Jan', counts: { ...COUNTS, green: 6, amber: 0, red: 0, complete: 1 } },
    { words: '7 Feb', counts: { ...COUNTS, green: 5, amber: 1, red: 0, complete: 1 } },
    { words: '7 Mar', counts: { ...COUNTS, green: 4, amber: 1, red: 0 } },
    { words: '21 Mar', counts: COUNTS },
  ],
  overdueOrRed: [
    {
      line: makeLine({
        label: '24',
        title: 'Agree how high-cost placements are approved',
        ownerName: 'Finance lead',
        baseline: { date: '2022-03-18', words: 'Fri 18 Mar 2022' },
        forecast: { date: '2022-03-18', words: 'Fri 18 Mar 2022' },
        dueIn: '5 days overdue',
        overdue: true,
      }),
      isNew: true,
    },
  ],
  told: { completed: 1, slipped: 2, newActions: 1 },
  completed: [makeLine({ label: '7', title: 'Clear the backlog of invoices', stage: 'Complete' })],
  slipped: [makeSlip(makeLine({ label: '10', title: 'Give budget holders working controls' }))],
  dueNext: [
    makeLine({
      label: '4',
      title: 'Move to one system',
      forecast: MARCH,
      baseline: MARCH,
      schedule: 'Green',
      confidence: 'Green',
    }),
  ],
  blocked: [
    {
      line: makeLine({ label: '12', title: 'Plan and money for pupils with SEND in ALP meanwhile' }),
      waitingOnName: 'SEND',
      since: '10 Jan 2022',
      blocker: 'who funds placements',
    },
  ],
  blocking: [{ line: makeLine(), waitingName: 'Data', since: '24 Jan 2022' }],
  commented: [],
  stale: [makeLine({ label: '31' }), makeLine({ label: 'A12' })],
  answeredCount: 4,
  askedCount: 5,
  answeredBy: ['Finance lead', 'SEND lead'],
  nextMeetingWords: 'Mon 4 Apr 2022, 14:00',
  ...over,
});

export const makeReminder = (over: Partial<ReminderContent> = {}): ReminderContent => ({
  kind: 'reminder',
  personName: 'Joint working lead',
  on: '2022-01-24',
  todayWords: 'Mon 24 Jan 2022',
  plans: [
    {
      planId: 'alp',
      planName: 'ALP improvement plan',
      entries: [
        { why: 'overdue', line: makeLine({ dueIn: '3 days overdue', overdue: true }), words: null },
        {
          why: 'check-in unanswered',
          line: makeLine({ ref: { list: 'Recommendations', key: 'r12' }, label: '12' }),
          words: null,
        },
      ],
    },
  ],
  ...over,
});

/** A report as it was posted to correct another. */
export const makeBoardReport = (over: Partial<BoardSummaryContent> = {}): BoardSummaryContent => ({
  ...makeBoardSummary(),
  correction: 'The centre costs 2 million, not 3.',
  report: { key: 'report:board:2022-02-14', version: 2 },
  ...over,
});

export const makeReportReminder = (over: Partial<ReportReminderContent> = {}): ReportReminderContent => ({
  kind: 'report-reminder',
  planId: 'alp',
  planName: 'ALP improvement plan',
  boardName: 'SEND Improvement Board',
  reportKey: 'report:board:2022-02-14',
  meetingWords: 'Mon 14 Feb 2022, 14:00',
  awayWords: 'in 10 days',
  isOverdue: false,
  missing: ['It is a draft: somebody approves it, then the chair posts it.'],
  ...over,
});

/** What the data say, where no report was made. */
export const makeBoardSummary = (over: Partial<BoardSummaryContent> = {}): BoardSummaryContent => ({
  kind: 'board-summary',
  planId: 'alp',
  planName: 'ALP improvement plan',
  boardName: 'SEND Improvement Board',
  asAtWords: 'Mon 24 Jan 2022',
  periodWords: '22 Nov 2021 to 24 Jan 2022',
  headline: 'Nine of 31 are complete; three need the board.',
  now: COUNTS,
  before: COUNTS,
  sections: [
    {
      id: 'asked',
      title: 'What is asked of the board',
      lines: [
        { text: 'Two decisions are asked of the board.', isEntry: false },
        { text: '12 Specialist placements: decide who funds them', isEntry: true },
        { text: '14 Transport: agree the new contract', isEntry: true },
      ],
      moreLines: 0,
    },
    {
      id: 'confidence',
      title: 'Confidence',
      lines: [{ text: 'Amber: feasible, with significant issues that can be resolved.', isEntry: false }],
      moreLines: 0,
    },
    {
      id: 'changed',
      title: 'What has changed',
      lines: [{ text: '3 Review of placements: reached', isEntry: true }],
      moreLines: 4,
    },
  ],
  ...over,
});
