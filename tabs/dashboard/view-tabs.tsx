import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { VIEW_WORDS, VIEWS } from '../../plan/filter/views.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    padding: '0 12px',
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '0' },
  },
  link: {
    display: 'inline-block',
    padding: '10px 12px 8px',
    borderBottom: '3px solid transparent',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

export interface ViewTabsProps {
  readonly control: AddressControl;
  /** Settings are for plan managers. */
  readonly isPlanManager: boolean;
}

/** The pages of the dashboard, as links: each has an address of its own. */
export function ViewTabs({ control, isPlanManager }: ViewTabsProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  return (
    <nav aria-label="Views of the plan" className={noPrint}>
      <ul className={styles.list}>
        {VIEWS.filter((view) => view !== 'settings' || isPlanManager).map((view) => {
          const isChosen = view === control.address.view;
          return (
            <li key={view}>
              <AddressLink
                control={control}
                to={{ view, item: null }}
                className={mergeClasses(styles.link, isChosen && styles.chosen)}
                isCurrent={isChosen}
              >
                {VIEW_WORDS[view]}
              </AddressLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
