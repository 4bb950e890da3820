import { makeStyles } from '@fluentui/react-components';
import { type ItemFilter, NO_FILTER } from '../../plan/filter/filter.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '24px',
    minHeight: '24px',
  },
});

export interface FigureLinkProps {
  readonly control: AddressControl;
  /** What the items behind it have in common. */
  readonly to: Partial<ItemFilter>;
  readonly count: number;
  /** What it is a figure of, for whoever hears it outside its table. */
  readonly about: string;
}

/** A figure in a table that opens the items behind it; nought opens nothing. */
export function FigureLink({ control, to, count, about }: FigureLinkProps) {
  const styles = useStyles();
  const { hidden } = useHiddenStyles();
  if (count === 0) return <>0</>;
  return (
    <AddressLink control={control} to={{ ...NO_FILTER, ...to, view: 'items' }} className={styles.link}>
      {count}
      <span className={hidden}> of {about}</span>
    </AddressLink>
  );
}
