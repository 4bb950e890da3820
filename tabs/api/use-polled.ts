import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, asApiError, isRefusal } from './api-error.ts';
import { useLive } from './live-context.ts';
import { spread } from './pause.ts';

const SECOND_MS = 1000;
/** How often what is shown is asked for again while somebody looks at it. */
const POLL_EVERY_MS = 15 * SECOND_MS;
/** While every change is told; the moment shown goes on by itself. */
const POLL_EVERY_LIVE_MS = 60 * SECOND_MS;
/** Everybody's page is told of a change in the same instant; they do not all ask in it. */
const ASK_WITHIN_MS = SECOND_MS;

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
 * Reads at once, when the plan changes, when the person comes back to the page or the device to the network, and every 15
 * seconds while the page is visible, or every minute while changes are told.
 * `load` stays the same function as long as the same is asked for; what another brought is no longer shown.
 * @param everyMs how often instead of every 15 seconds
 */
export function usePolled<Data>(
  load: (signal: AbortSignal) => Promise<Data>,
  everyMs = POLL_EVERY_MS,
): Polled<Data> {
  const live = useLive();
  const [last, setLast] = useState<Last<Data>>({ load, data: null, error: null });
  const refresh = useRef<() => void>(() => {});

  useEffect(() => {
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isBusy = false;
    let isAskedAgain = false;

    const read = async () => {
      if (isBusy) {
        // What is on its way may have been read before the change.
        isAskedAgain = true;
        return;
      }
      isBusy = true;
      isAskedAgain = false;
      clearTimeout(timer);
      try {
        const data = await load(ended.signal);
        if (!ended.signal.aborted) setLast({ load, data, error: null });
      } catch (failure) {
        const error = asApiError(failure);
        if (!ended.signal.aborted) setLast((known) => afterFailure(known, load, error));
      }
      isBusy = false;
      if (isAskedAgain) readSoon();
      else readIn(spread(live.isOn() ? Math.max(everyMs, POLL_EVERY_LIVE_MS) : everyMs));
    };
    // `read` never rejects: it turns every failure into state.
    const readNow = () => void read();
    const readIfVisible = () => {
      if (document.visibilityState === 'visible') readNow();
    };
    const readIn = (ms: number) => {
      clearTimeout(timer);
      if (!ended.signal.aborted) timer = setTimeout(readIfVisible, ms);
    };
    const readSoon = () => {
      if (isBusy) isAskedAgain = true;
      else readIn(Math.random() * ASK_WITHIN_MS);
    };

    refresh.current = readNow;
    readNow();
    const unsubscribe = live.subscribe(readSoon);
    window.addEventListener('focus', readIfVisible);
    window.addEventListener('online', readIfVisible);
    document.addEventListener('visibilitychange', readIfVisible);
    return () => {
      ended.abort();
      clearTimeout(timer);
      unsubscribe();
      window.removeEventListener('focus', readIfVisible);
      window.removeEventListener('online', readIfVisible);
      document.removeEventListener('visibilitychange', readIfVisible);
    };
  }, [load, everyMs, live]);

  const retry = useCallback(() => refresh.current(), []);
  const { data, error } = last.load === load ? last : { data: null, error: null };
  return { data, error, retry };
}

/** What was last read, and by which function. */
interface Last<Data> extends Omit<Polled<Data>, 'retry'> {
  readonly load: (signal: AbortSignal) => Promise<Data>;
}

function afterFailure<Data>(known: Last<Data>, load: Last<Data>['load'], error: ApiError): Last<Data> {
  const isKept = known.load === load && !isRefusal(error);
  return { load, data: isKept ? known.data : null, error };
}
