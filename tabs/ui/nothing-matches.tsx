import { makeStyles } from '@fluentui/react-components';
import { isFiltered, NO_FILTER } from '../../plan/filter/filter.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';

const useStyles = makeStyles({ text: { margin: 0 }, way: { display: 'inline-block', minHeight: '24px' } });

export interface NothingMatchesProps {
  readonly control: AddressControl;
}

/** Takes the place of items where there are none: because nothing matches, or because the plan has none. */
export function NothingMatches({ control }: NothingMatchesProps) {
  const styles = useStyles();
  if (!isFiltered(control.address)) {
    return (
      <p className={styles.text}>
        There is nothing in this plan yet. A plan manager can import it from Excel or Word, or fill its
        SharePoint lists.
      </p>
    );
  }
  return (
    <p className={styles.text}>
      Nothing in the plan matches all of this.{' '}
      <AddressLink control={control} to={NO_FILTER} className={styles.way}>
        Show everything
      </AddressLink>
    </p>
  );
}
