import type { CheckInContent, CheckInView } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindCheckInRow } from './check-in-row.ts';
import { changeLines, changesHeading, countsOf, namesOf } from './check-in-words.ts';
import { markdownText, NAME_LENGTH } from './plain-text.ts';
import { keyOf } from './status.ts';
import { submissionData } from './submission.ts';
import template from './templates/check-in-card.json' with { type: 'json' };
import { countOf, groupTitle } from './wording.ts';

const cardTemplate = createTemplate(template);

/** The check-in of one meeting. The same for everybody in the channel: nothing on it is one person's. */
export const buildCheckInCard = (content: CheckInContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)));

const bind = (content: CheckInContent, context: CardContext, limit: number) => {
  const { planId, meetingKey, groupKey, state } = content;
  const shown = content.asked.slice(0, limit);
  const heading = `${groupTitle(content.groupName)} check-in`;
  const meeting = `Meeting ${content.meetingWords}`;
  const asked = { planId, meetingKey, submissionKey: context.submissionKey };
  const isFirst = content.view.list === 'asked' && content.view.page === 1;
  const inDialog = <Verb extends 'add-action' | 'record-decision' | 'attendance' | 'manage-meeting'>(
    verb: Verb,
  ) => ({ msteams: { type: 'task/fetch' }, ...submissionData({ verb, groupKey, ...asked }) });
  return {
    fallbackText: `${heading}: ${meeting}, ${answeredOf(content)}`,
    heading: markdownText(heading, NAME_LENGTH + 20),
    meeting: state === 'open' ? `${meeting} · closes ${content.closesWords}` : meeting,
    notice: NOTICES[state](content),
    answered: answeredOf(content),
    names: namesOf(content.answeredBy),
    counts: countsOf(content),
    rowsHeading: content.view.list === 'on course' ? 'On course: these need no word' : '',
    rows: shown.map(bindCheckInRow),
    ...linksOf(content, (view) => submissionData({ verb: 'show-page', view, ...asked }), shown.length),
    changesHeading: isFirst ? changesHeading(content) : '',
    changes: isFirst ? changeLines(content.changes, limit) : [],
    key: keyOf(shown),
    isOpen: state === 'open',
    isClosed: state === 'closed',
    planUrl: context.tabLink({ planId }),
    answerMine: { msteams: { type: 'task/fetch' }, ...submissionData({ verb: 'answer-mine', ...asked }) },
    noChangeAll: submissionData({ verb: 'no-change-all', ...asked }),
    addAction: inDialog('add-action'),
    recordDecision: inDialog('record-decision'),
    attendance: inDialog('attendance'),
    manage: inDialog('manage-meeting'),
  };
};

const NOTICES: Readonly<Record<CheckInContent['state'], (content: CheckInContent) => string>> = {
  open: () => '',
  closed: ({ closesWords }) => `Closed ${closesWords}. Shown as it stood then; late answers are marked.`,
  cancelled: () => 'This meeting was cancelled. Its check-in takes no answers.',
};

const answeredOf = ({ answeredCount, askedCount }: CheckInContent): string =>
  askedCount === 0 ? 'Nothing needs a word this time.' : `${answeredCount} of ${askedCount} answered`;

/** The ways to what this page leaves out; a link without words is not shown. */
const linksOf = (
  content: CheckInContent,
  dataOf: (view: CheckInView) => ReturnType<typeof submissionData>,
  shownCount: number,
) => {
  const { view, pageCount, quietCount } = content;
  const { list, page } = view;
  const more = content.asked.length - shownCount;
  return {
    place: pageCount > 1 ? `Page ${page} of ${pageCount}` : '',
    previous: page > 1 ? 'Previous page' : '',
    previousData: dataOf({ list, page: Math.max(1, page - 1) }),
    next: page < pageCount ? 'Next page' : '',
    nextData: dataOf({ list, page: page + 1 }),
    rest: more > 0 ? `${more} more in the plan.` : '',
    quiet:
      list === 'asked' && quietCount > 0
        ? `${countOf(quietCount, 'more is', 'more are')} on course and ${quietCount === 1 ? 'needs' : 'need'} no word`
        : '',
    quietData: dataOf({ list: 'on course', page: 1 }),
    back: list === 'on course' ? 'Back to what needs a word' : '',
    backData: dataOf({ list: 'asked', page: 1 }),
  };
};
