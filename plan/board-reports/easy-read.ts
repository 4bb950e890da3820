import type { BoardReportData, Paper, ReportEdit } from '../content.ts';

/** A report in short sentences, one idea a line, from facts only. */
export function easyReadPaper(data: BoardReportData, _edits: readonly ReportEdit[]): Paper {
  return {
    title: 'How our plan is going',
    subtitle: [data.planName],
    blocks: [{ kind: 'paragraph', text: `There are ${data.facts.total} things to do.` }],
    footer: data.planName,
  };
}
