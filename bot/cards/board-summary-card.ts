import type { BoardSummaryContent, ColourCounts, SummarySection } from '../../plan/content.ts';
import { RAGS } from '../../plan/glossary.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindColourCounts } from './colour-counts.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import { entryOf, factsOf, type Section, type SectionEntry, saidOf, sectionOf, slipOf } from './sections.ts';
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
  const name = lineOf(content.boardName, NAME_LENGTH);
  const heading = `${name}: ${kindOf(content)}`;
  const { asked, others } = reportSections(content, limit);
  return {
    fallbackText: `${heading}. ${lineOf(content.headline, NOTE_LENGTH)}`,
    heading: markdownText(heading, NAME_LENGTH + 20),
    period: joinDots([
      lineOf(content.planName, NAME_LENGTH),
      content.periodWords,
      `as at ${content.asAtWords}`,
    ]),
    notes: notesOf(content),
    headline: lineOf(content.headline, 2 * NOTE_LENGTH),
    ask: asked,
    counts: bindColourCounts(content.now, content.before),
    sections: others,
    key: scheduleKey(RAGS),
    openTitle: content.report ? 'Open the report' : 'Open the plan',
    planUrl: context.tabLink({
      planId: content.planId,
      ...(content.report ? { report: content.report.key, version: content.report.version } : {}),
    }),
  };
};

const kindOf = ({ sections, draftWords, correction }: BoardSummaryContent): string => {
  if (sections === undefined) return 'summary';
  if (draftWords !== undefined) return 'draft report';
  return correction == null ? 'report' : 'corrected report';
};

/** What to know before reading: that it is a draft, or what it corrects. */
const notesOf = ({ draftWords, correction }: BoardSummaryContent) => [
  ...(draftWords === undefined ? [] : [{ label: 'Draft. ', text: lineOf(draftWords, 2 * NOTE_LENGTH) }]),
  ...(correction == null
    ? []
    : [
        {
          label: 'This corrects the report posted before. ',
          text: lineOf(correction, 4 * NOTE_LENGTH),
        },
      ]),
];

/** A report in its own words, else what the data say; what is asked of the board stands first. */
const reportSections = (content: BoardSummaryContent, limit: number) => {
  const { sections } = content;
  if (sections === undefined) return { asked: askedOf(content, limit), others: sectionsOf(content, limit) };
  const [asked, others] = [
    sections.filter(({ id }) => id === 'asked'),
    sections.filter(({ id }) => id !== 'asked'),
  ];
  const bound = (some: typeof sections) => some.flatMap((section) => wordsOf(section, limit));
  return { asked: bound(asked), others: bound(others) };
};

const wordsOf = ({ title, lines, moreLines }: SummarySection, limit: number): Section[] => {
  const left = moreLines + Math.max(0, lines.length - limit);
  return [
    {
      title: markdownText(title, NAME_LENGTH),
      entries: lines.slice(0, limit).map(({ text, isEntry }) => ({
        label: '',
        text: lineOf(isEntry ? `• ${text}` : text, NOTE_LENGTH),
        detail: '',
      })),
      rest: left === 0 ? '' : `${left} more in the report.`,
    },
  ];
};

const askedOf = ({ asked }: BoardSummaryContent, limit: number): Section[] =>
  sectionOf(
    'Asked of the board',
    asked.map(({ line, ask }) => entryOf(line, joinDots([statusOf(line).text, lineOf(ask, NOTE_LENGTH)]))),
    limit,
  );

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
