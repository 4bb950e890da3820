import { makeStyles, tokens } from '@fluentui/react-components';
import type { BoardReportsView } from '../../../plan/content.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { AddressLink } from '../../address/address-link.tsx';
import type { AddressControl } from '../../address/use-address.ts';
import { Section } from '../../ui/section.tsx';
import { placeOf } from '../address.ts';
import { useReportStyles } from '../use-report-styles.ts';
import { PostedReport } from './posted-report.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '2px 16px',
    margin: '0 0 12px',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 479px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& dd': { marginBottom: '6px' },
    },
  },
  draft: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`,
  },
  words: { flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' },
  open: { display: 'inline-block', minHeight: '24px', fontWeight: tokens.fontWeightSemibold },
});

export interface BoardProps {
  readonly board: BoardReportsView['boards'][number];
  readonly planId: PlanId;
  readonly isPlanManager: boolean;
  readonly control: AddressControl;
}

/** One board: who sees to its reports, what is to be done now, what keeps it from them, and those it got. */
export function Board({ board, planId, isPlanManager, control }: BoardProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const posted = board.reports.filter(({ versions }) => versions > 0);
  return (
    <Section title={board.name} isLong>
      <dl className={styles.facts}>
        <dt>Next meeting</dt>
        <dd>{board.nextMeetingWords ?? 'Not known'}</dd>
        <dt>Chair</dt>
        <dd>{board.chairName ?? 'Nobody'}</dd>
        <dt>Author</dt>
        <dd>{board.authorName ?? 'The chair'}</dd>
      </dl>
      <div className={styles.draft}>
        <span className={styles.words}>{board.draftWords}</span>
        {board.draftKey !== null && (
          <AddressLink control={control} to={placeOf(board.draftKey)} className={styles.open}>
            Open the draft
          </AddressLink>
        )}
      </div>
      {board.problems.length > 0 && (
        <>
          <h3 className={shared.subheading}>Put this right first</h3>
          <ul className={shared.obstacles}>
            {board.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          {isPlanManager && (
            <AddressLink
              control={control}
              to={{ view: 'settings', section: `boards/${board.key}` }}
              className={shared.link}
            >
              Open the settings of {board.name}
            </AddressLink>
          )}
        </>
      )}
      <h3 className={shared.subheading}>Posted reports: {posted.length}</h3>
      {posted.length === 0 ? (
        <p className={shared.quiet}>None yet. What is posted stays here for ever.</p>
      ) : (
        <ul className={shared.list}>
          {posted.map((report) => (
            <PostedReport key={report.key} report={report} planId={planId} control={control} />
          ))}
        </ul>
      )}
    </Section>
  );
}
