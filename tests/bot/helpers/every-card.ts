import { buildAnswerDialog } from '../../../bot/cards/answer-dialog.ts';
import type { CardJson } from '../../../bot/cards/card.ts';
import { buildHelpCard } from '../../../bot/cards/help-card.ts';
import { buildMessageCard } from '../../../bot/cards/message-card.ts';
import { buildMyActionsCard } from '../../../bot/cards/my-actions-card.ts';
import { buildNoticeCard } from '../../../bot/cards/notice-card.ts';
import { untouched } from '../../../bot/cards/question-section.ts';
import { buildSavedCard } from '../../../bot/cards/saved-card.ts';
import { REPORT_SECTIONS } from '../../../plan/content/board-report.ts';
import type { ItemLine } from '../../../plan/content.ts';
import { everyCalendarCard } from './every-calendar-card.ts';
import { everyDeliveriesCard } from './every-deliveries-card.ts';
import { everyEngagementCard } from './every-engagement-card.ts';
import { everyListsCard } from './every-lists-card.ts';
import { everyMeetingCard } from './every-meeting-card.ts';
import { everyPersonalCard } from './every-personal-card.ts';
import { everyRankingCard } from './every-ranking-card.ts';
import { everySummaryCard } from './every-summary-card.ts';
import {
  cardContext,
  makeAlert,
  makeAsked,
  makeBoardReport,
  makeBoardSummary,
  makeCheckIn,
  makeDigest,
  makeForm,
  makeLine,
  makeQuestion,
  makeReminder,
  makeReportReminder,
  makeSuperseded,
} from './make-content.ts';

/** What is put into every card: items, how many of them, and a text wherever people write one. */
export interface Stuffing {
  readonly line?: Partial<ItemLine>;
  readonly count?: number;
  readonly text?: string;
}

/** Every card the bot can show, each stuffed the same way. Names are for test titles. */
export const everyCard = ({
  line = {},
  count = 2,
  text = 'Some words',
}: Stuffing = {}): [string, CardJson][] => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const ref = (n: number) => ({ list: 'Recommendations' as const, key: `r${n}` });
  const lines = numbers.map((n) => makeLine({ ...line, ref: ref(n), label: String(n) }));
  const asked = lines.map((one) => makeAsked(one));
  const answered = asked.map((one) => ({ ...one, answered: { byName: text, atWords: 'today', late: true } }));
  const last = { ...makeQuestion().last, note: text, blocker: text, evidenceUrl: text };
  const questions = lines.map((one) => makeQuestion({ ...one, last }));
  const form = makeForm({ questions, groupName: text, planName: text });
  const states = questions.map(untouched);
  const problems = { note: text, item: text, stage: text };
  const slipped = lines.map((one) => ({
    line: one,
    fromWords: 'Mar 2022',
    toWords: 'Apr 2022',
    reason: text,
  }));
  const reportSections = REPORT_SECTIONS.map((id) => ({
    id,
    title: text,
    lines: numbers.map((n) => ({ text, isEntry: n % 2 === 0 })),
    moreLines: 3,
  }));
  const [first] = states;
  if (!first) throw new Error('at least one item');
  const notices = {
    'check-in, open': makeCheckIn({
      asked: answered,
      groupName: text,
      answeredBy: numbers.map(() => text),
      changes: lines.map(({ label }) => ({ label, title: text, words: 'Jan 2022 → Feb 2022' })),
      newActionCount: 1,
      decisionCount: 2,
      attendeeCount: 3,
      waitingCount: 4,
      refusedCount: 2,
    }),
    'check-in, a page of several': makeCheckIn({
      asked: asked.map((one) => ({ ...one, stage: 'Waiting on others', blocker: text, silentMeetings: 3 })),
      view: { list: 'asked', page: 2 },
      pageCount: 3,
    }),
    'check-in, on course': makeCheckIn({ asked, view: { list: 'on course', page: 2 }, pageCount: 3 }),
    'check-in, closed': makeCheckIn({ asked, state: 'closed' }),
    'check-in, cancelled': makeCheckIn({ asked, state: 'cancelled' }),
    'check-in, nothing asked': makeCheckIn({ asked: [], quietCount: 1 }),
    'check-in, superseded': makeSuperseded({ groupName: text }),
    alert: makeAlert({
      groupName: text,
      entries: lines.flatMap((one) => [
        { what: 'coming', whenWords: 'in 2 days', reason: null, line: one },
        { what: 'slipped', whenWords: 'Mar 2022 → May 2022', reason: text, line: one },
        { what: 'unblocked', whenWords: `no longer waits on ${text}`, reason: null, line: one },
      ]),
    }),
    digest: makeDigest({
      groupName: text,
      headline: text,
      overdueOrRed: lines.map((one) => ({ line: one, isNew: true })),
      completed: lines,
      slipped,
      dueNext: lines,
      blocked: lines.map((one) => ({ line: one, waitingOnName: text, since: '10 Jan 2022', blocker: text })),
      blocking: lines.map((one) => ({ line: one, waitingName: text, since: null })),
      commented: lines.map((one) => ({ line: one, words: text })),
      stale: lines,
      answeredBy: numbers.map(() => text),
    }),
    reminder: makeReminder({
      plans: numbers.map((n) => ({
        planId: `plan${n}`,
        planName: text,
        entries: lines.map((one) => ({ why: 'overdue', line: one, words: text })),
      })),
    }),
    'board summary': makeBoardSummary({
      boardName: text,
      planName: text,
      headline: text,
      sections: reportSections,
    }),
    'report reminder': makeReportReminder({ boardName: text, planName: text, missing: [text] }),
    'report reminder overdue': makeReportReminder({
      boardName: text,
      isOverdue: true,
      reportKey: null,
      missing: [],
    }),
    'board report': makeBoardReport({
      boardName: text,
      planName: text,
      headline: text,
      correction: text,
      draftWords: text,
      sections: reportSections,
    }),
  };
  return [
    ...Object.entries(notices).map(([name, content]): [string, CardJson] => [
      name,
      buildNoticeCard(content, cardContext).card,
    ]),
    [
      'dialog, new',
      buildAnswerDialog({ form, typed: [], untouched: states, notice: null, messages: [] }, cardContext),
    ],
    [
      'dialog, with problems',
      buildAnswerDialog(
        {
          form,
          typed: [{ ...first, noChange: true, problems }],
          untouched: states.slice(1),
          notice: { text: 'One answer needs a change.', good: false },
          messages: [text],
        },
        cardContext,
      ),
    ],
    [
      'my actions',
      buildMyActionsCard({ form, current: first, done: [], notice: null, messages: [] }, cardContext),
    ],
    [
      'my actions, with problems',
      buildMyActionsCard(
        {
          form,
          current: { ...first, problems },
          done: [ref(2)],
          notice: { text: 'Saved 1 answer.', good: true },
          messages: [text],
        },
        cardContext,
      ),
    ],
    ['help', buildHelpCard({ commands: [{ command: 'check in', meaning: 'Opens it.' }] }, cardContext)],
    ['message', buildMessageCard({ heading: text, paragraphs: [text] }, cardContext)],
    ['saved', buildSavedCard({ planId: 'alp', heading: 'Saved 1 answer.', paragraphs: [text] }, cardContext)],
    ...everyEngagementCard({ count, text }),
    ...everyRankingCard({ count, text }),
    ...everyListsCard({ count, text }),
    ...everyDeliveriesCard({ count, text }),
    ...everyCalendarCard({ count, text }),
    ...everyMeetingCard({ count, text }),
    ...everyPersonalCard({ lines, text }),
    ...everySummaryCard({ count, text }),
  ];
};
