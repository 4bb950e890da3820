import { useReportStyles } from '../use-report-styles.ts';
import { StepButton } from './step-button.tsx';
import type { StepTools } from './step-tools.ts';

const NOT_THEIRS = 'The board’s chair, a plan manager or a Director approves it.';

/** A draft is approved. */
export function DraftSteps({ report: { may, obstacles, versions }, press, take }: StepTools) {
  const styles = useReportStyles();
  const inTheWay = may.approve || obstacles.length > 0 ? obstacles : [NOT_THEIRS];
  return (
    <>
      {versions.length > 0 && (
        <p className={styles.quiet}>
          This is a correction. What was posted stands as it is until the correction is posted.
        </p>
      )}
      <div className={styles.buttons}>
        <StepButton
          words="Approve"
          obstacles={inTheWay}
          isBusy={press.isBusy}
          onPress={() => take({ step: 'approve' })}
        />
      </div>
      <p className={styles.quiet}>
        Approving freezes the figures and the words as they are now. Nothing is sent yet.
      </p>
    </>
  );
}
