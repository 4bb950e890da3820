import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanId } from '../../../plan/plan.ts';
import { AddressLink } from '../../address/address-link.tsx';
import type { AddressControl } from '../../address/use-address.ts';
import type { Report } from '../../api/report-schemas.ts';
import { useHiddenStyles } from '../../ui/use-hidden-styles.ts';
import { WAY_WORDS, WAYS, type Way } from '../address.ts';
import { PaperFiles } from '../paper-files.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 24px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  ways: { display: 'flex', flexWrap: 'wrap', gap: '0 4px', margin: 0, padding: 0, listStyleType: 'none' },
  way: {
    display: 'inline-block',
    padding: '6px 10px 4px',
    borderBottom: '3px solid transparent',
    color: tokens.colorNeutralForeground2,
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
  files: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', paddingBottom: '4px' },
});

/** What each way can be taken away as. */
const PAPERS = { page: 'report', note: 'note', 'easy-read': 'easy-read' } as const;

export interface ReportWaysProps {
  readonly way: Way;
  readonly report: Report;
  readonly planId: PlanId;
  readonly control: AddressControl;
}

/** As what the report is shown, and its files. */
export function ReportWays({ way, report, planId, control }: ReportWaysProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const paper = way === 'sections' || way === 'card' ? null : PAPERS[way];
  const files = (['docx', 'pdf'] as const).map((format) => ({
    paper: paper ?? 'report',
    format,
    words: format === 'docx' ? 'Word' : 'PDF',
  }));
  return (
    <div className={mergeClasses(styles.row, noPrint)}>
      <nav aria-label="As what the report is shown">
        <ul className={styles.ways}>
          {WAYS.map((one) => (
            <li key={one}>
              <AddressLink
                control={control}
                to={{ paper: one, section: null }}
                className={mergeClasses(styles.way, one === way && styles.chosen)}
                isCurrent={one === way}
              >
                {WAY_WORDS[one]}
              </AddressLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.files}>
        <PaperFiles
          ask={{ planId, key: report.key, version: report.version }}
          files={files}
          of={paper === null || paper === 'report' ? 'the report' : WAY_WORDS[way].toLowerCase()}
        />
        {paper !== null && (
          <Button size="small" onClick={() => window.print()} aria-label="Print this paper">
            Print
          </Button>
        )}
      </div>
    </div>
  );
}
