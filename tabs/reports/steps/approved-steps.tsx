import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useReportStyles } from '../use-report-styles.ts';
import { AskDialog } from './ask-dialog.tsx';
import { StepButton } from './step-button.tsx';
import type { StepTools } from './step-tools.ts';

const NOT_THEIRS = 'The board’s chair posts it; while they are away, whoever stands in for them.';

/** An approved report is posted, once somebody has read what that does, or becomes a draft again. */
export function ApprovedSteps({ report, press, take }: StepTools) {
  const { may, obstacles, data, versions, approvedAt } = report;
  const styles = useReportStyles();
  // Which approval they saw: another that comes while they are asked is not posted unread.
  const [asked, setAsked] = useState<string | null>(null);
  // The same until it is answered: sent again after a lost answer, it is taken once.
  const sent = useRef<{ readonly approvedAt: string; readonly submission: string } | null>(null);
  const inTheWay = may.post || obstacles.length > 0 ? obstacles : [NOT_THEIRS];
  const post = (seen: string) => {
    if (sent.current?.approvedAt !== seen)
      sent.current = { approvedAt: seen, submission: crypto.randomUUID() };
    setAsked(null);
    take({ step: 'post', ...sent.current });
  };
  return (
    <>
      <div className={styles.buttons}>
        <StepButton
          words="Post…"
          obstacles={inTheWay}
          isBusy={press.isBusy}
          onPress={() => setAsked(approvedAt)}
        />
        <Button disabledFocusable={press.isBusy} onClick={() => take({ step: 'reopen' })}>
          Take the approval back
        </Button>
      </div>
      <p className={styles.quiet}>
        To change a word, take the approval back: the draft then follows the lists again.
      </p>
      {asked !== null && (
        <AskDialog
          title={`Post this report to ${data.boardName}?`}
          actionWords="Post"
          onAction={() => post(asked)}
          onClose={() => setAsked(null)}
          text={
            <ul>
              <li>A card with the summary goes to the channel of {data.boardName}, at once.</li>
              <li>
                The report as Word document and PDF, the public note and the easy-read summary go into the
                site’s documents, in the folder Board reports/{data.boardName}.
              </li>
              <li>
                It is never changed again: what changes in the lists later changes nothing in it.
                {versions.length > 0
                  ? ' It stands as the next version, beside what was posted before.'
                  : ' A mistake is put right by a correction, which is posted beside it.'}
              </li>
            </ul>
          }
        />
      )}
    </>
  );
}
