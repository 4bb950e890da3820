import { useEffect } from 'react';
import { formatAddress, parseDeepLink } from '../address/address.ts';

/** What of Teams is asked. */
export interface LinkSource {
  /** What the page began with. */
  readonly subPageId: string | null;
  readSubPageId(): Promise<string | null>;
}

/**
 * Shows what deep links lead to that are followed while the page stays open. Teams tells of none, so it is asked whenever
 * somebody comes back to the page.
 */
export function useFollowedLinks(source: LinkSource | null): void {
  useEffect(() => {
    if (source === null) return;
    let last = source.subPageId;
    const look = async () => {
      if (document.visibilityState === 'hidden') return;
      // A host that does not answer now has nothing new to show.
      const subPageId = await source.readSubPageId().catch(() => last);
      if (subPageId === last) return;
      last = subPageId;
      showLink(subPageId);
    };
    const listener = () => void look();
    window.addEventListener('focus', listener);
    document.addEventListener('visibilitychange', listener);
    return () => {
      window.removeEventListener('focus', listener);
      document.removeEventListener('visibilitychange', listener);
    };
  }, [source]);
}

/** Shows what a deep link leads to; `null`: none was followed, and what is shown stays. */
export function showLink(subPageId: string | null): void {
  if (subPageId !== null) window.location.hash = formatAddress(parseDeepLink(subPageId));
}
