import type { BoardSummaryContent, ColourCounts } from '../../plan/content.ts';
import { RAGS } from '../../plan/glossary.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindColourCounts } from './colour-counts.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import { entryOf, factsOf, type SectionEntry, saidOf, sectionOf, slipOf } from './sections.ts';
import { scheduleKey, statusOf } from './status.ts';
import template from './templates/board-summary-card.json' with { type: 'json' };
import { joinDots } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Longest list of a summary: a board reads two sides of A4. */
const LONGEST_LIST = 12;

/** A board's summary, in the order a board reads: what is asked, how it stands, what changed, what comes. */
export const buildBoardSummaryCard = (content: BoardSummaryContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)), { most: LONGEST_LIST });

const bind = (content: BoardSummaryContent, context: CardContext, limit: number) => {
  const heading = `${lineOf(content.boardName, NAME_LENGTH)}: summary`;
  return {
    fallbackText: `${heading}. ${lineOf(content.headline, NOTE_LENGTH)}`,
    heading: markdownText(heading, NAME_LENGTH + 20),
    period: joinDots([
      lineOf(content.planName, NAME_LENGTH),
      content.periodWords,
      `as at ${content.asAtWords}`,
    ]),
    headline: lineOf(content.headline, 2 * NOTE_LENGTH),
    ask: sectionOf(
      'Asked of the board',
      content.asked.map(({ line, ask }) =>
        entryOf(line, joinDots([statusOf(line).text, lineOf(ask, NOTE_LENGTH)])),
      ),
      limit,
    ),
    counts: bindColourCounts(content.now, content.before),
    sections: sectionsOf(content, limit),
    key: scheduleKey(RAGS),
    planUrl: context.tabLink({ planId: content.planId }),
  };
};

const sectionsOf = (content: BoardSummaryContent, limit: number) => [
  ...sectionOf(
    'Reached',
    content.reached.map((line) => entryOf(line, factsOf(line))),
    limit,
  ),
  ...sectionOf('Later than planned', content.slipped.map(slipOf), limit),
  ...sectionOf(
    'Newly Red',
    content.newlyRed.map(({ line, reason }) => entryOf(line, joinDots([factsOf(line), saidOf(reason)]))),
    limit,
  ),
  ...sectionOf('By theme', content.byTheme.map(themeOf), limit),
  ...sectionOf(
    'Due next',
    content.dueNext.map((line) => entryOf(line, factsOf(line))),
    limit,
  ),
  ...sectionOf('Measures', content.measures.map(measureOf), limit),
];

const themeOf = ({ themeTitle, counts }: BoardSummaryContent['byTheme'][number]): SectionEntry => ({
  label: '',
  text: lineOf(themeTitle, TITLE_LENGTH),
  detail: countsInWords(counts),
});

const measureOf = (measure: BoardSummaryContent['measures'][number]): SectionEntry => ({
  label: '',
  text: lineOf(measure.title, TITLE_LENGTH),
  detail: joinDots([lineOf(measure.valueWords, NAME_LENGTH), lineOf(measure.targetWords, NAME_LENGTH)]),
});

const countsInWords = (counts: ColourCounts): string =>
  joinDots([
    `${counts.green} G Green`,
    `${counts.amber} A Amber`,
    `${counts.red} R Red`,
    `${counts.complete} complete`,
    counts.undated > 0 && `${counts.undated} without a date`,
  ]);
