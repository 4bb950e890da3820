import type { SummaryContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { lineOf, markdownText, NAME_LENGTH, PARAGRAPH_LENGTH } from './plain-text.ts';
import { entryOf, factsOf, nameOf, sectionOf, slipOf, waitOf } from './sections.ts';
import { keyOf } from './status.ts';
import template from './templates/summary-card.json' with { type: 'json' };
import { groupTitle } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Longest list of a summary: what is longer is read in the plan. */
const LONGEST_LIST = 20;

/** The record of a meeting, in the order in which a chair would read it out. What did not happen is left out. */
export const buildSummaryCard = (content: SummaryContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)), { most: LONGEST_LIST });

const bind = (content: SummaryContent, context: CardContext, limit: number) => {
  const heading = `${groupTitle(content.groupName)}: summary of the meeting`;
  const answered = answeredOf(content);
  const decisions = content.decisions.slice(0, limit);
  const moreDecisions = content.decisions.length - decisions.length;
  return {
    fallbackText: `${heading}, ${content.meetingWords}. ${answered}`,
    heading: markdownText(heading, NAME_LENGTH + 30),
    meeting: content.meetingWords,
    answered,
    present: presentOf(content, limit),
    decisionsHeading: decisions.length > 0 ? 'Decided' : '',
    decisions: decisions.map((text) => ({ text: lineOf(text, PARAGRAPH_LENGTH) })),
    decisionsRest: moreDecisions > 0 ? `${moreDecisions} more in the plan.` : '',
    sections: sectionsOf(content, limit),
    next: content.nextMeetingWords ?? '',
    key: keyOf(linesOf(content, limit)),
    planUrl: context.tabLink({ planId: content.planId }),
  };
};

const answeredOf = ({ answeredCount, askedCount }: SummaryContent): string =>
  askedCount === 0 ? 'Nothing needed a word this time.' : `${answeredCount} of ${askedCount} answered`;

const presentOf = ({ attendeeNames }: SummaryContent, limit: number): string => {
  const more = attendeeNames.length - limit;
  return [...attendeeNames.slice(0, limit).map(nameOf), ...(more > 0 ? [`${more} more`] : [])].join(', ');
};

const sectionsOf = (content: SummaryContent, limit: number) => [
  ...sectionOf(
    'Completed',
    content.completed.map((line) => entryOf(line, factsOf(line))),
    limit,
  ),
  ...sectionOf(
    'Done, to be signed off',
    content.toSignOff.map((line) => entryOf(line, factsOf(line))),
    limit,
  ),
  ...sectionOf('Later than planned', content.slipped.map(slipOf), limit),
  ...sectionOf(
    'New actions',
    content.newActions.map((line) => entryOf(line, factsOf(line))),
    limit,
  ),
  ...sectionOf('Waiting on others', content.blocked.map(waitOf), limit),
  ...sectionOf(
    'Not answered',
    content.unanswered.map((line) => entryOf(line, factsOf(line))),
    limit,
  ),
];

/** What is shown with its colour. */
const linesOf = ({ completed, toSignOff, slipped, newActions, unanswered }: SummaryContent, limit: number) =>
  [completed, toSignOff, slipped.map(({ line }) => line), newActions, unanswered].flatMap((lines) =>
    lines.slice(0, limit),
  );
