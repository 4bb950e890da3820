import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useReportStyles } from '../use-report-styles.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { Parts } from './parts.tsx';
import type { StepTools } from './step-tools.ts';

export interface PostedStepsProps extends StepTools {
  /** The posted version shown. */
  readonly version: number;
}

/** What became of each part of a posted version, and the way to a correction. */
export function PostedSteps({ report, press, take, isHeld, version }: PostedStepsProps) {
  const styles = useReportStyles();
  const [isAsked, setIsAsked] = useState(false);
  // Closed by mistake, the dialog opens with what was typed.
  const [words, setWords] = useState('');
  const posted = report.versions.find((one) => one.version === version);
  const newest = Math.max(version, ...report.versions.map((one) => one.version));
  const open = () => {
    // What went wrong before is not the correction's fault.
    press.refuse(null);
    setIsAsked(true);
  };
  return (
    <>
      {posted !== undefined && (
        <p className={styles.quiet}>
          Posted {posted.postedWords}
          {posted.postedByName !== null && ` by ${posted.postedByName}`}.
          {newest > version && ` It was corrected since: version ${newest} is the newest.`}
        </p>
      )}
      {posted !== undefined && (
        <Parts
          parts={posted.parts}
          isBusy={press.isBusy}
          onRetry={(part) => take({ step: 'retry', part, version })}
        />
      )}
      {report.may.correct && version === newest && (
        <div className={styles.buttons}>
          <Button disabledFocusable={press.isBusy} onClick={open}>
            Correct this report…
          </Button>
        </div>
      )}
      {isAsked && (
        <CorrectDialog
          words={words}
          onType={setWords}
          onClose={() => setIsAsked(false)}
          onCorrect={(correction) => take({ step: 'correct', ...correction }, () => setIsAsked(false))}
          problem={press.problem}
          isHeld={isHeld}
        />
      )}
    </>
  );
}
