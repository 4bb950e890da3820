import { easyReadPaper } from '../../plan/board-reports/easy-read.ts';
import { notePaper } from '../../plan/board-reports/public-note.ts';
import { reportPaper } from '../../plan/board-reports/report-paper.ts';
import type { Paper } from '../../plan/content.ts';
import type { ReportPaperKind } from '../use-cases/board-reports.ts';
import type { ReportShown } from './report-view.ts';

/** One of the papers of a report. What is not posted says so on each: a draft may be printed, or handed on. */
export function paperOf(
  { data, edits, about }: Pick<ReportShown, 'data' | 'edits' | 'about'>,
  kind: ReportPaperKind,
): Paper {
  if (kind === 'report') return reportPaper(data, edits, about);
  const paper = kind === 'note' ? notePaper(data, edits) : easyReadPaper(data, edits);
  if (about.version !== null) return paper;
  return { ...paper, subtitle: ['This is a draft. It is not final.', ...paper.subtitle] };
}
