import { goTo } from './address.ts';
import { readLink } from './links.ts';

/** Opens a link: views of this page here, anything else in a new window. False when it must not be opened. */
export function followLink(href: string): boolean {
  const target = readLink(href);
  if (target === undefined) return false;
  if (target.kind === 'here') goTo(target.address);
  else window.open(target.url, '_blank', 'noopener');
  return true;
}
