import { AppError } from '../../plan/errors.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { BoardReportUseCases } from '../use-cases/board-reports.ts';

/** Everything that people do with the reports of boards. */
export function boardReportUseCases(_deps: WorkflowDeps): BoardReportUseCases {
  const unmade = () =>
    Promise.reject(
      new AppError({
        code: 'UNAVAILABLE',
        message: 'board reports',
        userMessage: 'Board reports come soon.',
      }),
    );
  return {
    boardReports: unmade,
    boardReport: unmade,
    saveReportSection: unmade,
    approveReport: unmade,
    reopenReport: unmade,
    postReport: unmade,
    correctReport: unmade,
    retryReportPart: unmade,
    reportPaper: unmade,
  };
}
