import { Button } from '@fluentui/react-components';
import type { PlanId } from '../../../plan/plan.ts';
import type { RowKey } from '../../../plan/rows.ts';
import { AddressLink } from '../../address/address-link.tsx';
import type { AddressControl } from '../../address/use-address.ts';
import type { ApiError } from '../../api/api-error.ts';
import { Section } from '../../ui/section.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { placeOf, versionIn } from '../address.ts';
import { useReportStyles } from '../use-report-styles.ts';
import { useShownReport } from '../use-shown-report.ts';
import { OpenReport } from './open-report.tsx';

export interface ReportPageProps {
  readonly planId: PlanId;
  readonly viewerName: string;
  readonly reportKey: RowKey;
  readonly control: AddressControl;
}

/** One report: its draft, or a version as it was posted. Mount it anew (by `key`) for another one. */
export function ReportPage({ planId, viewerName, reportKey, control }: ReportPageProps) {
  const shown = useShownReport({ planId, key: reportKey }, versionIn(control.address));
  if (shown.data !== null) {
    return (
      <OpenReport
        report={shown.data}
        planId={planId}
        viewerName={viewerName}
        control={control}
        onReport={shown.replace}
        onRefresh={shown.retry}
      />
    );
  }
  if (shown.error === null) return <Waiting label="Reading the report" />;
  return <Unreadable error={shown.error} control={control} onRetry={shown.retry} />;
}

interface UnreadableProps {
  readonly error: ApiError;
  readonly control: AddressControl;
  readonly onRetry: () => void;
}

function Unreadable({ error, control, onRetry }: UnreadableProps) {
  const styles = useReportStyles();
  const isGone = error.kind === 'not found' || error.kind === 'forbidden';
  return (
    <Section title="The report cannot be shown">
      <div role="alert">
        <p className={styles.text}>{error.message}</p>
        {error.kind === 'not found' && (
          <p className={styles.quiet}>
            A draft is for the board’s chair, its author, plan managers and Directors. What is posted is for
            everybody in the plan.
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <AddressLink control={control} to={placeOf(null)} className={styles.link}>
          All board reports
        </AddressLink>
        {!isGone && <Button onClick={onRetry}>Try again</Button>}
      </div>
    </Section>
  );
}
