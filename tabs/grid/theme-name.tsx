import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';

const useStyles = makeStyles({
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  groups: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
});

export interface ThemeNameProps {
  readonly theme: PlanOverview['themes'][number];
}

/** A theme's title with how many items it shows and the groups that lead them. */
export function ThemeName({ theme }: ThemeNameProps) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.title}>{theme.title}</span>
      <span className={styles.groups}>
        {[theme.items.length, theme.groupNames.join(', ')].filter((words) => words !== '').join(' · ')}
      </span>
    </>
  );
}
