import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Address } from '../address/address.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { Delta } from './delta.tsx';
import { useFigureStyles } from './use-figure-styles.ts';

export interface FigureProps {
  readonly control: AddressControl;
  /** Leads to the items behind it. */
  readonly to: Partial<Address>;
  readonly now: number;
  /** Absent where it is not compared. */
  readonly before?: number;
  /** What it is in the whole plan, where it is of a part; else `null`. */
  readonly ofAll: number | null;
  readonly children: ReactNode;
}

/** A big figure over its word, with what changed; a press opens the items behind it. */
export function Figure({ control, to, now, before, ofAll, children }: FigureProps) {
  const styles = useFigureStyles();
  return (
    <AddressLink control={control} to={to} className={mergeClasses(styles.figure, styles.press)}>
      <span>
        <span className={styles.number}>{now}</span>{' '}
        {ofAll !== null && <span className={styles.word}>of {ofAll}</span>}
      </span>{' '}
      <span className={styles.word}>
        {children} {before !== undefined && <Delta now={now} before={before} />}
      </span>
    </AddressLink>
  );
}
