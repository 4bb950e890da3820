import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { VIEW_WORDS, type View } from '../../plan/filter/views.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, listStyleType: 'none' },
  link: {
    display: 'inline-block',
    padding: '10px 12px 8px',
    borderBottom: '3px solid transparent',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    '@media (max-width: 719px)': { padding: '10px 8px 8px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

export interface ViewLinksProps {
  readonly views: readonly View[];
  readonly control: AddressControl;
}

/** Links to some of the pages of the dashboard; the one in view is marked. */
export function ViewLinks({ views, control }: ViewLinksProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {views.map((view) => {
        const isChosen = view === control.address.view;
        return (
          <li key={view}>
            <AddressLink
              control={control}
              to={{ view, item: null, report: null, version: null, paper: null }}
              className={mergeClasses(styles.link, isChosen && styles.chosen)}
              isCurrent={isChosen}
            >
              {VIEW_WORDS[view]}
            </AddressLink>
          </li>
        );
      })}
    </ul>
  );
}
