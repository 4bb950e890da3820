import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { ReportState } from '../../plan/glossary.ts';

const useStyles = makeStyles({
  word: {
    display: 'inline-block',
    padding: '1px 8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  draft: { ...shorthands.borderStyle('dashed') },
});

const SIGNS: Readonly<Record<ReportState, string>> = { Draft: '✎', Approved: '✓', Posted: '➤' };

export interface StateWordProps {
  readonly state: ReportState;
}

/** Where a report is on its way, as sign and word. */
export function StateWord({ state }: StateWordProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.word, state === 'Draft' && styles.draft)}>
      <span aria-hidden="true">{SIGNS[state]} </span>
      {state}
    </span>
  );
}
