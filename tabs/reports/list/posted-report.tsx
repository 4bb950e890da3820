import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { BoardReportsView } from '../../../plan/content.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { AddressLink } from '../../address/address-link.tsx';
import type { AddressControl } from '../../address/use-address.ts';
import { OutsideLink } from '../../ui/outside-link.tsx';
import { placeOf } from '../address.ts';
import { PaperFiles } from '../paper-files.tsx';
import { useReportStyles } from '../use-report-styles.ts';

const useStyles = makeStyles({
  report: {
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  files: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', marginTop: '4px' },
});

const FILES = [
  { paper: 'report', format: 'docx', words: 'Word' },
  { paper: 'report', format: 'pdf', words: 'PDF' },
  { paper: 'note', format: 'pdf', words: 'Public note' },
] as const;

export interface PostedReportProps {
  readonly report: BoardReportsView['boards'][number]['reports'][number];
  readonly planId: PlanId;
  readonly control: AddressControl;
}

/** A report that was posted: it leads to its newest version as it was, and can be taken away. */
export function PostedReport({ report, planId, control }: PostedReportProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const { key, title, state, periodWords, postedWords, versions, documentUrl } = report;
  const said = [
    periodWords,
    postedWords,
    versions > 1 ? `corrected, version ${versions}` : null,
    state === 'Posted' ? null : 'a correction is being written',
  ];
  return (
    <li className={styles.report}>
      <AddressLink
        control={control}
        to={placeOf(key, state === 'Posted' ? null : versions)}
        className={mergeClasses(shared.link, styles.title)}
      >
        {title}
      </AddressLink>
      <p className={shared.quiet}>{said.filter((part) => part !== null).join(' · ')}</p>
      <div className={styles.files}>
        <PaperFiles ask={{ planId, key, version: versions }} files={FILES} of={title} />
        {documentUrl !== null && (
          <span>
            <OutsideLink href={documentUrl}>Word document in SharePoint</OutsideLink>
          </span>
        )}
      </div>
    </li>
  );
}
