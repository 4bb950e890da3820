import type { CardJson } from '../../../bot/cards/card.ts';
import {
  buildCancelMeetingDialog,
  buildManageMeetingDialog,
} from '../../../bot/cards/manage-meeting-dialog.ts';
import { buildNoticeCard } from '../../../bot/cards/notice-card.ts';
import type { SummaryContent } from '../../../plan/content.ts';
import { cardContext, makeLine } from './make-content.ts';
import { makeMeetingContent } from './make-meeting-content.ts';

/** The summary of a meeting in which something of everything happened. */
export const makeSummary = (over: Partial<SummaryContent> = {}): SummaryContent => ({
  kind: 'summary',
  planId: 'alp',
  planName: 'ALP improvement plan',
  groupName: 'SEND',
  meetingWords: 'Mon 24 Jan 2022, 10:00',
  answeredCount: 5,
  askedCount: 6,
  attendeeNames: ['SEND group chair', 'SEND group owner'],
  decisions: ['Mon 24 Jan 2022, 10:40, SEND group chair: The pilot starts in March.'],
  completed: [makeLine({ label: '7', stage: 'Complete' })],
  toSignOff: [makeLine({ label: '8', stage: 'Done awaiting sign-off' })],
  slipped: [
    {
      line: makeLine({ label: '4' }),
      fromWords: 'Mar 2022',
      toWords: 'May 2022',
      reason: 'Two schools late',
    },
  ],
  newActions: [makeLine({ label: 'A8' })],
  blocked: [
    {
      line: makeLine({ label: '12' }),
      waitingOnName: 'Finance',
      since: '10 Jan 2022',
      blocker: 'Who funds it',
    },
  ],
  unanswered: [makeLine({ label: '3' })],
  nextMeetingWords: 'Mon 7 Feb 2022, 10:00',
  ...over,
});

/** Every card about closing and managing a meeting, each stuffed the same way. */
export const everySummaryCard = ({
  count,
  text,
}: {
  readonly count: number;
  readonly text: string;
}): [string, CardJson][] => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const lines = numbers.map((n) => makeLine({ label: String(n), title: text, ownerName: text }));
  const full = makeSummary({
    groupName: text,
    attendeeNames: numbers.map(() => text),
    decisions: numbers.map(() => text),
    completed: lines,
    toSignOff: lines,
    slipped: lines.map((line) => ({ line, fromWords: 'Mar 2022', toWords: 'Apr 2022', reason: text })),
    newActions: lines,
    blocked: lines.map((line) => ({ line, waitingOnName: text, since: null, blocker: text })),
    unanswered: lines,
  });
  const empty = makeSummary({
    askedCount: 0,
    answeredCount: 0,
    attendeeNames: [text],
    decisions: [],
    completed: [],
    toSignOff: [],
    slipped: [],
    newActions: [],
    blocked: [],
    unanswered: [],
    nextMeetingWords: null,
  });
  const meeting = makeMeetingContent({ groupName: text });
  const managing = { meeting, on: '2022-01-24', time: '10:00', problem: '' };
  return [
    ['summary', buildNoticeCard(full, cardContext).card],
    ['summary, little to say', buildNoticeCard(empty, cardContext).card],
    ['dialog, manage a meeting', buildManageMeetingDialog(managing, cardContext)],
    [
      'dialog, manage a meeting, with a problem',
      buildManageMeetingDialog(
        { ...managing, meeting: { ...meeting, state: 'Planned' }, on: text, problem: text },
        cardContext,
      ),
    ],
    ['dialog, cancel a meeting', buildCancelMeetingDialog(meeting, cardContext)],
  ];
};
