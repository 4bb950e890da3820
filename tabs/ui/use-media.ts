import { useCallback, useSyncExternalStore } from 'react';

/** Below this width a table of the whole plan can't be read: it becomes a stack of cards. */
export const NARROW = '(max-width: 719px)';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
