import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { VIEW_WORDS, VIEWS, type View } from '../../plan/filter/views.ts';
import { type Address, formatAddress } from '../address/address.ts';
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
  readonly address: Address;
  /** Settings are for plan managers. */
  readonly isPlanManager: boolean;
  readonly onChoose: (view: View) => void;
}

/** The pages of the dashboard, as links: each has an address of its own. */
export function ViewTabs({ address, isPlanManager, onChoose }: ViewTabsProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const choose = (view: View) => (event: MouseEvent) => {
    // With a key held the browser opens it elsewhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(view);
  };
  return (
    <nav aria-label="Views of the plan" className={noPrint}>
      <ul className={styles.list}>
        {VIEWS.filter((view) => view !== 'settings' || isPlanManager).map((view) => {
          const isChosen = view === address.view;
          return (
            <li key={view}>
              <a
                className={mergeClasses(styles.link, isChosen && styles.chosen)}
                href={formatAddress({ ...address, view, item: null }) || '#'}
                aria-current={isChosen ? 'page' : undefined}
                onClick={choose(view)}
              >
                {VIEW_WORDS[view]}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
