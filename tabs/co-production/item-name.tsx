import { makeStyles, tokens } from '@fluentui/react-components';
import type { ItemChoice } from '../../plan/content.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';

const useStyles = makeStyles({
  name: { display: 'inline-block', minHeight: '24px', maxWidth: '100%', overflowWrap: 'anywhere' },
  label: { fontWeight: tokens.fontWeightSemibold },
});

export interface ItemNameProps {
  readonly item: ItemChoice;
  readonly control: AddressControl;
}

/** An item by number and title; leads to its story. */
export function ItemName({ item: { ref, label, title }, control }: ItemNameProps) {
  const styles = useStyles();
  return (
    <AddressLink control={control} to={{ item: ref }} className={styles.name}>
      <span className={styles.label}>{label}</span> {title}
    </AddressLink>
  );
}
