import type { CheckInContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindItemRow } from './item-row.ts';
import { lineOf, markdownText, NAME_LENGTH } from './plain-text.ts';
import { keyOf } from './status.ts';
import { submissionData } from './submission.ts';
import template from './templates/check-in-card.json' with { type: 'json' };
import { countOf, groupTitle, joinDots } from './wording.ts';

const cardTemplate = createTemplate(template);

/** The check-in of one meeting. The same for everybody in the channel: nothing on it is one person's. */
export const buildCheckInCard = (content: CheckInContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)));

const bind = (content: CheckInContent, context: CardContext, limit: number) => {
  const { planId, meetingKey } = content;
  const shown = content.asked.slice(0, limit);
  const asked = { planId, meetingKey, submissionKey: context.submissionKey };
  const heading = `${groupTitle(content.groupName)} check-in`;
  return {
    fallbackText: `${heading}: ${meetingOf(content)}`,
    heading: markdownText(heading, NAME_LENGTH + 20),
    meeting: meetingOf(content),
    notice: NOTICES[content.state],
    rows: shown.map((line) => bindItemRow(line, answerOf(line))),
    rest: restOf(content, shown.length),
    key: keyOf(shown),
    open: content.state === 'open',
    planUrl: context.tabLink({ planId }),
    answerMine: { msteams: { type: 'task/fetch' }, ...submissionData({ verb: 'answer-mine', ...asked }) },
    noChangeAll: submissionData({ verb: 'no-change-all', ...asked }),
  };
};

const NOTICES = {
  open: '',
  closed: 'This check-in is closed.',
  cancelled: 'This meeting was cancelled.',
} as const;

const meetingOf = (content: CheckInContent): string =>
  joinDots([
    `Meeting ${content.meetingWords}`,
    `${content.answeredCount} of ${content.askedCount} answered`,
    `${content.state === 'open' ? 'closes' : 'closed'} ${content.closesWords}`,
  ]);

const answerOf = ({ answered }: CheckInContent['asked'][number]) =>
  answered
    ? {
        mark: '✓ Answered',
        extra: `Answered by ${lineOf(answered.byName, NAME_LENGTH)}, ${answered.atWords}${answered.late ? ' (late)' : ''}`,
      }
    : {};

const restOf = (content: CheckInContent, shownCount: number): string => {
  const more = content.askedCount - shownCount;
  const quiet = content.quietCount;
  return [
    more > 0 ? `${more} more in the plan.` : '',
    content.askedCount === 0 ? 'Nothing needs a word this time.' : '',
    quiet > 0
      ? `${countOf(quiet, 'more is', 'more are')} on course and ${quiet === 1 ? 'needs' : 'need'} no word.`
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
};
