import { makeStyles } from '@fluentui/react-components';
import { AddressLink } from '../../address/address-link.tsx';
import type { AddressControl } from '../../address/use-address.ts';
import type { Report } from '../../api/report-schemas.ts';
import { placeOf } from '../address.ts';
import { StateWord } from '../state-word.tsx';
import { useReportStyles } from '../use-report-styles.ts';

const useStyles = makeStyles({
  header: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px' },
  title: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
});

export interface ReportHeaderProps {
  readonly report: Report;
  readonly control: AddressControl;
}

/** Whose report it is, for which meeting and of which days. */
export function ReportHeader({ report: { data, state }, control }: ReportHeaderProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const { boardName, meetingWords, periodWords, asAtWords } = data;
  return (
    <div className={styles.header}>
      <div>
        <AddressLink control={control} to={placeOf(null)} className={shared.link}>
          All board reports
        </AddressLink>
      </div>
      <div className={styles.title}>
        <h2 className={shared.heading}>{boardName}: report</h2>
        <StateWord state={state} />
      </div>
      <p className={shared.quiet}>
        {meetingWords} · {periodWords} · {state === 'Draft' ? 'from the lists as at' : 'as at'} {asAtWords}
      </p>
    </div>
  );
}
