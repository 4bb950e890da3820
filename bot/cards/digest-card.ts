import type { DigestContent } from '../../plan/content.ts';
import { RAGS } from '../../plan/glossary.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindColourCounts } from './colour-counts.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { entryOf, factsOf, nameOf, saidOf, sectionOf, slipOf } from './sections.ts';
import { scheduleKey } from './status.ts';
import template from './templates/digest-card.json' with { type: 'json' };
import { groupTitle, joinDots } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Longest list of a digest: what is longer is read in the plan. */
const LONGEST_LIST = 12;

/** A group's fortnight: colours now and before, what was done, what slipped, who waits on whom. */
export const buildDigestCard = (content: DigestContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)), { most: LONGEST_LIST });

const bind = (content: DigestContent, context: CardContext, limit: number) => {
  const heading = `${groupTitle(content.groupName)}: the last fortnight`;
  return {
    fallbackText: `${heading}. ${lineOf(content.headline, NOTE_LENGTH)}`,
    heading: markdownText(heading, NAME_LENGTH + 20),
    period: content.periodWords,
    headline: lineOf(content.headline, 2 * NOTE_LENGTH),
    counts: bindColourCounts(content.now, content.before),
    sections: sectionsOf(content, limit),
    answered: joinDots([
      `${content.answeredCount} of ${content.askedCount} answered`,
      content.nextMeetingWords && `next meeting ${content.nextMeetingWords}`,
    ]),
    key: scheduleKey(RAGS),
    planUrl: context.tabLink({ planId: content.planId }),
  };
};

const sectionsOf = (content: DigestContent, limit: number) => [
  ...sectionOf(
    'Completed',
    content.completed.map((line) => entryOf(line, factsOf(line))),
    limit,
  ),
  ...sectionOf('Later than planned', content.slipped.map(slipOf), limit),
  ...sectionOf(
    'Waiting on others',
    content.blocked.map(({ line, waitingOnName, blocker }) =>
      entryOf(line, joinDots([`waits on ${nameOf(waitingOnName)}`, saidOf(blocker)])),
    ),
    limit,
  ),
  ...sectionOf(
    'Others wait on this group',
    content.blocking.map(({ line, waitingName, blocker }) =>
      entryOf(line, joinDots([`${nameOf(waitingName)} waits`, saidOf(blocker)])),
    ),
    limit,
  ),
  ...sectionOf(
    'Due before the next meeting',
    content.dueNext.map((line) => entryOf(line, factsOf(line))),
    limit,
  ),
  ...sectionOf(
    'No recent word',
    content.stale.map((line) => entryOf(line, factsOf(line))),
    limit,
  ),
];
