import type { BoardReportData, Paper, ReportEdit } from '../content.ts';
import { countsBar } from './counts-bar.ts';

/** What the public may read of a report: one page. */
export function notePaper(data: BoardReportData, _edits: readonly ReportEdit[]): Paper {
  return {
    title: `${data.planName}: how it is going`,
    subtitle: [data.boardName, data.periodWords],
    blocks: [{ kind: 'bar', bar: countsBar(data.now) }],
    footer: data.planName,
  };
}
