import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { NO_FILTER, SHOW_WORDS } from '../../plan/filter/filter.ts';
import { SHOWS } from '../../plan/filter/shows.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { Delta } from './delta.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    width: '100%',
    margin: 0,
    padding: '12px 0 0',
    listStyleType: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '24px',
    padding: '2px 10px',
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke1),
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground1,
  },
  none: { color: tokens.colorNeutralForeground2, ...shorthands.borderColor(tokens.colorNeutralStroke2) },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

export interface SmallFiguresProps {
  readonly figures: PlanOverview['figures'];
  readonly control: AddressControl;
}

/** What of the open items needs a look, each figure a link to the items behind it. */
export function SmallFigures({ figures, control }: SmallFiguresProps) {
  const styles = useStyles();
  return (
    <ul aria-label="Open items that need a look" className={styles.list}>
      {SHOWS.map((show) => (
        <li key={show}>
          <AddressLink
            control={control}
            to={{ ...NO_FILTER, view: 'items', show }}
            className={mergeClasses(styles.link, figures[show].now === 0 && styles.none)}
          >
            <span className={styles.number}>{figures[show].now}</span> {SHOW_WORDS[show]}{' '}
            <Delta {...figures[show]} />
          </AddressLink>
        </li>
      ))}
    </ul>
  );
}
