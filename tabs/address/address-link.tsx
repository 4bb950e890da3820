import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import { type Address, formatAddress } from './address.ts';
import type { AddressControl } from './use-address.ts';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
      borderRadius: tokens.borderRadiusSmall,
    },
  },
});

export interface AddressLinkProps {
  readonly control: AddressControl;
  /** What differs there from the address now. */
  readonly to: Partial<Address>;
  readonly className?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link within the dashboard: it can be copied, opened elsewhere and gone back from. */
export function AddressLink({ control, to, className, isCurrent = false, children }: AddressLinkProps) {
  const styles = useStyles();
  const follow = (event: MouseEvent) => {
    // With a key held the browser opens it elsewhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    control.change(to);
  };
  return (
    <a
      className={mergeClasses(styles.link, className)}
      href={formatAddress({ ...control.address, ...to }) || '#'}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
