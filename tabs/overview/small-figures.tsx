import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { PlanOverview } from '../../plan/content.ts';
import { type ItemFilter, SHOW_WORDS } from '../../plan/filter/filter.ts';
import { SHOWS } from '../../plan/filter/shows.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { Delta } from './delta.tsx';

const useStyles = makeStyles({
  part: { width: '100%', paddingTop: '10px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  about: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: 0, padding: 0, listStyleType: 'none' },
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
  /** Those of the whole plan, where they are of a part; else `null`. */
  readonly whole: PlanOverview['figures'] | null;
  /** Of which part they are. */
  readonly part: ItemFilter;
  readonly control: AddressControl;
}

/**
 * What of the open items needs a look, each figure a link to the items behind it. Says that it is not of recommendations
 * alone, as all above it is.
 */
export function SmallFigures({ figures, whole, part, control }: SmallFiguresProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.part}>
      <p id={id} className={styles.about}>
        Of all open items, actions and milestones too:
      </p>
      <ul aria-labelledby={id} className={styles.list}>
        {SHOWS.map((show) => (
          <li key={show}>
            <AddressLink
              control={control}
              to={{ ...part, view: 'items', show }}
              className={mergeClasses(styles.link, figures[show].now === 0 && styles.none)}
            >
              <span>
                <span className={styles.number}>{figures[show].now}</span>
                {whole && ` of ${whole[show].now}`}
              </span>{' '}
              {SHOW_WORDS[show]} <Delta {...figures[show]} />
            </AddressLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
