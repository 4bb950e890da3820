import type {
  BoardReportData,
  BoardSummaryContent,
  PaperBlock,
  PaperTable,
  ReportEdit,
  SummarySection,
} from '../content.ts';
import { editedSection } from './edited.ts';
import { oneLine } from './lines.ts';
import { blocksOf } from './parse-words.ts';

/** A card shows what is read at a glance; the whole stands on the report's page. */
const LINE_LENGTH = 240;
const MOST_LINES = 12;

/** A report as the card that a board's channel gets, in the words that were approved. */
export function summaryOfReport(
  data: BoardReportData,
  edits: readonly ReportEdit[],
  correction: string | null = null,
): BoardSummaryContent {
  return {
    kind: 'board-summary',
    planId: data.planId,
    planName: data.planName,
    boardName: data.boardName,
    asAtWords: data.asAtWords,
    periodWords: data.periodWords,
    headline: data.headline,
    correction,
    now: data.now,
    before: data.before,
    sections: data.sections.filter(({ id }) => id !== 'key').map((section) => summarySection(section, edits)),
  };
}

function summarySection(
  section: BoardReportData['sections'][number],
  edits: readonly ReportEdit[],
): SummarySection {
  const { id, title, words, tables } = editedSection(section, edits);
  const lines = [
    ...blocksOf(words, { without: 'nothing' }).flatMap(linesOf),
    ...tables.flatMap(rowsInWords).map((text) => ({ text, isEntry: true })),
  ];
  return {
    id,
    title,
    lines: lines
      .slice(0, MOST_LINES)
      .map(({ text, isEntry }) => ({ text: oneLine(text, LINE_LENGTH), isEntry })),
    moreLines: Math.max(0, lines.length - MOST_LINES),
  };
}

function linesOf(block: PaperBlock): SummarySection['lines'] {
  if (block.kind === 'paragraph') return [{ text: block.text, isEntry: false }];
  return block.kind === 'list' ? block.entries.map((text) => ({ text, isEntry: true })) : [];
}

/** `Careers · Green: 1 · Amber: 0`: the first column names the row. */
function rowsInWords({ columns, rows }: PaperTable): readonly string[] {
  return rows.map((cells) =>
    cells.map(({ text }, at) => (at === 0 ? text : `${columns[at]}: ${text}`)).join(' · '),
  );
}
