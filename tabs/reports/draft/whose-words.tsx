import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ReportSectionView } from '../../../plan/content.ts';

const useStyles = makeStyles({
  box: { margin: '0 0 10px', paddingLeft: '12px', borderLeft: `3px solid ${tokens.colorNeutralStroke1}` },
  edited: { borderLeftColor: tokens.colorCompoundBrandStroke },
  whose: {
    margin: '0 0 6px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export interface WhoseWordsProps {
  readonly section: ReportSectionView;
  readonly isEdited: boolean;
  /** What is shown is this person's own, and not saved yet. */
  readonly isUnsaved: boolean;
  readonly children: ReactNode;
}

/** What a section says, and whether it is what the data say or what somebody made of it. */
export function WhoseWords({ section: { edit }, isEdited, isUnsaved, children }: WhoseWordsProps) {
  const styles = useStyles();
  const by = edit?.editedByName ?? null;
  const when = edit?.editedWords ?? null;
  const who = isUnsaved
    ? ' by you, just now'
    : [by && ` by ${by}`, when && `, ${when}`].filter(Boolean).join('');
  return (
    <div className={mergeClasses(styles.box, isEdited && styles.edited)}>
      <p className={styles.whose}>
        <span aria-hidden="true">{isEdited ? '✎ ' : '≡ '}</span>
        {isEdited ? <strong>Edited{who}</strong> : 'As the data say'}
      </p>
      {children}
    </div>
  );
}
