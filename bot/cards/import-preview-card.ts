import type { ColumnGuess, ImportPreviewContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { COUNTS_BEFORE, countEntries } from './import-counts.ts';
import { isPlain, lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH, PARAGRAPH_LENGTH } from './plain-text.ts';
import { bindReportSection } from './report-section.ts';
import { submissionData } from './submission.ts';
import template from './templates/import-preview-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** The value of a column's choice that leaves the column out. */
export const LEFT_OUT = '-';

/** The id of the choice of a column, by its place among those that can be chosen. */
export const columnInput = (index: number): string => `column_${index}`;

/** Changes and doubts shown of each. */
const LONGEST_LIST = 8;
/** Columns that can be taken for something else on the card; a longer header has no place in a button's data. */
const MOST_COLUMNS = 20;
const LONGEST_HEADER = 200;

/** What importing a file would do. Nothing is written before `Import` is pressed. */
export const buildImportPreviewCard = (
  content: ImportPreviewContent,
  context: CardContext,
  /** What a press led to; `null` where it is shown for the first time. */
  notice: { readonly text: string; readonly good: boolean } | null = null,
): CardJson => fitCard((limit) => cardTemplate.expandCard(bind(content, context, notice, limit)));

const bind = (
  content: ImportPreviewContent,
  context: CardContext,
  notice: { readonly text: string; readonly good: boolean } | null,
  limit: number,
) => {
  const { planId, columns } = content;
  const fileName = lineOf(content.fileName, NAME_LENGTH);
  const offered = columns
    .filter(({ header }) => header.length <= LONGEST_HEADER && isPlain(header))
    .slice(0, Math.min(limit, MOST_COLUMNS));
  const moreColumns = columns.length - offered.length;
  const asked = {
    planId,
    importKey: content.importKey,
    fileName,
    submissionKey: context.submissionKey,
    columns: [...offered],
  };
  const heading = `${fileName}: what importing it would do`;
  return {
    fallbackText: heading,
    heading: markdownText(heading, NAME_LENGTH + 40),
    plan: lineOf(content.planName, NAME_LENGTH),
    notice: notice?.text ?? '',
    noticeColour: notice?.good ? 'Good' : 'Attention',
    understood: lineOf(content.understood, PARAGRAPH_LENGTH),
    sections: [
      ...bindReportSection('In the lists', countEntries(content.lists, COUNTS_BEFORE)),
      ...bindLines('Please check', content.doubts, limit),
      ...bindLines('Changes', content.changes, limit),
    ],
    hasColumns: offered.length > 0,
    columnLines: offered.map((column) => ({
      header: `${lineOf(column.header, NAME_LENGTH)}: `,
      takenFor: labelOf(column, content),
    })),
    columnsRest: moreColumns > 0 ? `${moreColumns} more columns are taken as they were found.` : '',
    columnInputs: offered.map(({ header, field }, index) => ({
      id: columnInput(index),
      label: lineOf(header, NAME_LENGTH),
      value: field ?? LEFT_OUT,
      choices: [
        { title: 'Left out', value: LEFT_OUT },
        ...content.fieldChoices.map((choice) => ({ title: choice.label, value: choice.field })),
      ],
    })),
    lookAgain: submissionData({ verb: 'look-again', ...asked }),
    confirm: submissionData({ verb: 'import', ...asked }),
    cancel: submissionData({ verb: 'cancel-import', ...asked }),
    planUrl: context.tabLink({ planId }),
  };
};

const bindLines = (title: string, lines: readonly string[], limit: number) => {
  const shown = lines.slice(0, Math.min(limit, LONGEST_LIST));
  const more = lines.length - shown.length;
  return bindReportSection(
    title,
    shown.map((line) => ({ label: '', text: lineOf(line, NOTE_LENGTH) })),
    more > 0 ? `${more} more.` : '',
  );
};

const labelOf = ({ field }: ColumnGuess, { fieldChoices }: ImportPreviewContent): string =>
  field === null
    ? 'left out'
    : `taken for ${fieldChoices.find((choice) => choice.field === field)?.label ?? field}`;
