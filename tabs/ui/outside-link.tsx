import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Only these may be followed: an address in a list may be anything somebody typed. */
const WEB_ADDRESS = /^https?:\/\//i;

export interface OutsideLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link that leaves the tab; an address that is not of the web is shown as text. */
export function OutsideLink({ href, children }: OutsideLinkProps) {
  if (!WEB_ADDRESS.test(href)) return <>{href}</>;
  return (
    <Link href={href} target="_blank" rel="noreferrer" inline>
      {children}
    </Link>
  );
}
