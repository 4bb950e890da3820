import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Address, formatAddress, parseAddress } from './address.ts';

export interface AddressControl {
  readonly address: Address;
  /**
   * Changes some parts. Opening an item, a view, a section or a report is a step that Back undoes; other changes replace
   * the address.
   */
  change(parts: Partial<Address>): void;
}

/** The address of the page, kept in its hash so that it can be copied, reloaded and gone back from. */
export function useAddress(): AddressControl {
  const hash = useSyncExternalStore(subscribe, readHash);
  const address = useMemo(() => parseAddress(hash), [hash]);
  const change = useCallback((parts: Partial<Address>) => {
    const next = formatAddress({ ...parseAddress(readHash()), ...parts });
    const url = `${window.location.pathname}${window.location.search}${next}`;
    if (parts.item || parts.view || parts.section || parts.report) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
    // Neither call tells anybody by itself.
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }, []);
  return { address, change };
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    window.removeEventListener('popstate', onChange);
  };
}

function readHash(): string {
  return window.location.hash;
}
