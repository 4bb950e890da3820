import type { BoardSummaryContent, SummarySection } from '../../plan/content.ts';
import { RAGS } from '../../plan/glossary.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindColourCounts } from './colour-counts.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import type { Section } from './sections.ts';
import { scheduleKey } from './status.ts';
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

const kindOf = ({ report, draftWords, correction }: BoardSummaryContent): string => {
  if (!report) return 'summary';
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

/** What is asked of the board stands first, before the figures. */
const reportSections = (content: BoardSummaryContent, limit: number) => {
  const bound = (some: BoardSummaryContent['sections']) =>
    some.flatMap((section) => wordsOf(content, section, limit));
  return {
    asked: bound(content.sections.filter(({ id }) => id === 'asked')),
    others: bound(content.sections.filter(({ id }) => id !== 'asked')),
  };
};

const wordsOf = (
  { report }: BoardSummaryContent,
  { title, lines, moreLines }: SummarySection,
  limit: number,
): Section[] => {
  const left = moreLines + Math.max(0, lines.length - limit);
  return [
    {
      title: markdownText(title, NAME_LENGTH),
      entries: lines.slice(0, limit).map(({ text, isEntry }) => ({
        label: '',
        text: lineOf(isEntry ? `• ${text}` : text, NOTE_LENGTH),
        detail: '',
      })),
      rest: left === 0 ? '' : `${left} more${report ? ' in the report' : ''}.`,
    },
  ];
};
