import { easyReadPaper } from '../../plan/board-reports/easy-read.ts';
import { notePaper } from '../../plan/board-reports/public-note.ts';
import { type PaperAbout, reportPaper } from '../../plan/board-reports/report-paper.ts';
import type { BoardReportData, Paper, ReportEdit } from '../../plan/content.ts';
import type { ReportPaperKind } from '../use-cases/board-reports.ts';

/** What the papers of a version are made from. */
export interface PaperSource {
  readonly data: BoardReportData;
  readonly edits: readonly ReportEdit[];
  readonly about: PaperAbout;
}

/** One of the papers of a report. What is not posted says so on each: a draft may be printed, or handed on. */
export function paperOf({ data, edits, about }: PaperSource, kind: ReportPaperKind): Paper {
  if (kind === 'report') return reportPaper(data, edits, about);
  const paper = kind === 'note' ? notePaper(data, edits) : easyReadPaper(data, edits);
  if (about.version !== null) return paper;
  return { ...paper, subtitle: ['This is a draft. It is not final.', ...paper.subtitle] };
}
