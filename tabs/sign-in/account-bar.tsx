import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: '12px',
    padding: '4px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { overflowWrap: 'anywhere' },
});

export interface AccountBarProps {
  readonly name: string | null;
  readonly onSignOut: () => void;
}

/** Who is signed in outside Teams, where nothing else says so. */
export function AccountBar({ name, onSignOut }: AccountBarProps) {
  const styles = useStyles();
  return (
    <nav aria-label="Account" className={mergeClasses(styles.bar, useHiddenStyles().noPrint)}>
      {name !== null && <span className={styles.name}>Signed in as {name}</span>}
      <Button size="small" onClick={onSignOut}>
        Sign out
      </Button>
    </nav>
  );
}
