import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { formatPlace, type Place } from './place.ts';

const useStyles = makeStyles({
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 20px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  link: { display: 'inline-block', minHeight: '24px', padding: '2px 0' },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
});

export interface WaysProps {
  readonly control: AddressControl;
  readonly place: Place;
  readonly hasOlder: boolean;
}

/** Other fortnights, and the whole of this one or what was not reached. */
export function Ways({ control, place, hasOlder }: WaysProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const to = (change: Partial<Place>) => ({ section: formatPlace({ ...place, ...change }) });
  const kinds = [
    ['Everything', false],
    ['Not reached only', true],
  ] as const;
  return (
    <nav aria-label="What of the deliveries is shown" className={noPrint}>
      <ul className={styles.ways}>
        {kinds.map(([words, isUnreachedOnly]) => {
          const isChosen = place.isUnreachedOnly === isUnreachedOnly;
          return (
            <li key={words}>
              <AddressLink
                control={control}
                to={to({ isUnreachedOnly })}
                className={mergeClasses(styles.link, isChosen && styles.chosen)}
                isCurrent={isChosen}
              >
                {words}
              </AddressLink>
            </li>
          );
        })}
        {hasOlder && (
          <li>
            <AddressLink control={control} to={to({ page: place.page + 1 })} className={styles.link}>
              Earlier fortnight
            </AddressLink>
          </li>
        )}
        {place.page > 0 && (
          <li>
            <AddressLink control={control} to={to({ page: place.page - 1 })} className={styles.link}>
              Later fortnight
            </AddressLink>
          </li>
        )}
      </ul>
    </nav>
  );
}
