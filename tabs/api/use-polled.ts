import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, asApiError, isRefusal } from './api-error.ts';

const SECOND_MS = 1000;
/** How often what is shown is asked for again while somebody looks at it. */
const POLL_EVERY_MS = 15 * SECOND_MS;

/** What was last read, and how the last attempt failed. Both are `null` until the first answer. */
export interface Polled<Data> {
  /** Kept after a failed refresh, but not after a refusal. */
  readonly data: Data | null;
  /** `null` after a success. */
  readonly error: ApiError | null;
  /** Asks again now. */
  retry(): void;
}

/**
 * Reads at once, then every 15 seconds while the page is visible, and when the person comes back to it.
 * `load` must stay the same function; a component that shows something else is given another `key`.
 */
export function usePolled<Data>(load: (signal: AbortSignal) => Promise<Data>): Polled<Data> {
  const [last, setLast] = useState<{ data: Data | null; error: ApiError | null }>({
    data: null,
    error: null,
  });
  const refresh = useRef<() => void>(() => {});

  useEffect(() => {
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isBusy = false;

    const read = async () => {
      if (isBusy) return;
      isBusy = true;
      clearTimeout(timer);
      try {
        const data = await load(ended.signal);
        if (!ended.signal.aborted) setLast({ data, error: null });
      } catch (failure) {
        const error = asApiError(failure);
        if (!ended.signal.aborted) setLast(({ data }) => ({ data: isRefusal(error) ? null : data, error }));
      }
      isBusy = false;
      if (!ended.signal.aborted) timer = setTimeout(readIfVisible, POLL_EVERY_MS);
    };
    // `read` never rejects: it turns every failure into state.
    const readNow = () => void read();
    const readIfVisible = () => {
      if (document.visibilityState === 'visible') readNow();
    };

    refresh.current = readNow;
    readNow();
    window.addEventListener('focus', readIfVisible);
    document.addEventListener('visibilitychange', readIfVisible);
    return () => {
      ended.abort();
      clearTimeout(timer);
      window.removeEventListener('focus', readIfVisible);
      document.removeEventListener('visibilitychange', readIfVisible);
    };
  }, [load]);

  const retry = useCallback(() => refresh.current(), []);
  return { ...last, retry };
}
