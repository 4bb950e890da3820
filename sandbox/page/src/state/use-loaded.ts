import { useCallback, useEffect, useRef, useState } from 'react';
import { wordsOf } from '../api/request.ts';

/** What was asked for: the last answer got, and the words of the last failure. */
export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly error: string | undefined;
  /** Asks again; what is on screen stays until the answer comes. */
  readonly reload: () => void;
  /** Shows this until the next answer. */
  readonly replace: (value: Value) => void;
}

/** Loads something, and again whenever `key` changes. Answers that come late for an earlier key are dropped. */
export function useLoaded<Value>(key: string, load: () => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<{ key: string; value?: Value; error?: string }>({ key });
  const newest = useRef({ key, load, turn: 0 });
  newest.current.load = load;

  const reload = useCallback(() => {
    newest.current.turn += 1;
    const { turn } = newest.current;
    newest.current.load().then(
      (value) => turn === newest.current.turn && setState({ key, value }),
      (error: unknown) =>
        turn === newest.current.turn &&
        setState((before) => ({
          key,
          value: before.key === key ? before.value : undefined,
          error: wordsOf(error),
        })),
    );
  }, [key]);

  useEffect(reload, [reload]);

  const current = state.key === key ? state : { key };
  return {
    value: current.value,
    error: current.error,
    reload,
    replace: (value) => setState({ key, value }),
  };
}
