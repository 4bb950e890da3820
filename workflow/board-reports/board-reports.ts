import type { WorkflowDeps } from '../deps.ts';
import type { BoardReportUseCases } from '../use-cases/board-reports.ts';
import { approveReport, reopenReport } from './approve-report.ts';
import { correctReport } from './correct-report.ts';
import { handOutPaper } from './hand-out.ts';
import { boardReports } from './list-reports.ts';
import { postReport } from './post-report.ts';
import { retryReportPart } from './retry-part.ts';
import { saveReportSection } from './save-section.ts';
import { boardReport } from './view-reports.ts';

/** Everything that people do with the reports of boards. */
export function boardReportUseCases(deps: WorkflowDeps): BoardReportUseCases {
  return {
    boardReports: (ask) => boardReports(deps, ask),
    boardReport: (ask) => boardReport(deps, ask),
    saveReportSection: (ask) => saveReportSection(deps, ask),
    approveReport: (ask) => approveReport(deps, ask),
    reopenReport: (ask) => reopenReport(deps, ask),
    postReport: (ask) => postReport(deps, ask),
    correctReport: (ask) => correctReport(deps, ask),
    retryReportPart: (ask) => retryReportPart(deps, ask),
    reportPaper: (ask) => handOutPaper(deps, ask),
  };
}
