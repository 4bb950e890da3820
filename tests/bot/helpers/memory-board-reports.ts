import type { BoardReportUseCases } from '../../../workflow/use-cases/board-reports.ts';

/** The bot shows the draft of a board's report by `boardSummary` alone; all else is done in the tab. */
export function memoryBoardReports(): BoardReportUseCases {
  const inTheTab = () => Promise.reject(new Error('the bot leaves board reports to the tab'));
  return {
    boardReports: inTheTab,
    boardReport: inTheTab,
    saveReportSection: inTheTab,
    approveReport: inTheTab,
    reopenReport: inTheTab,
    postReport: inTheTab,
    correctReport: inTheTab,
    retryReportPart: inTheTab,
    reportPaper: inTheTab,
  };
}
