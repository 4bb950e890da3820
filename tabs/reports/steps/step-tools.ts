import type { ReportStep } from '../../api/change-report.ts';
import type { Report } from '../../api/report-schemas.ts';
import type { Press } from '../../api/use-press.ts';

/** What every step of a report is given. */
export interface StepTools {
  readonly report: Report;
  readonly press: Press;
  /** What was written was held back: it may name a child. */
  readonly isHeld: boolean;
  /** Takes a step; `onDone` once it is taken. What came in the way is told under the buttons. */
  readonly take: (step: ReportStep, onDone?: () => void) => void;
}
