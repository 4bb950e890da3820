import { useRef, useState } from 'react';
import { asApiError } from './api-error.ts';

/** Something that somebody has done by a press: one at a time. */
export interface Press {
  readonly isBusy: boolean;
  /** Why the last one came to nothing; `null` where it did not. */
  readonly problem: string | null;
  run(work: () => Promise<void>): void;
  /** Says something of its own instead, without asking the server. */
  refuse(problem: string | null): void;
}

export function usePress(): Press {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Two presses may come before the page is drawn anew.
  const busy = useRef(false);
  return {
    isBusy,
    problem,
    run(work) {
      if (busy.current) return;
      busy.current = true;
      setBusy(true);
      setProblem(null);
      work()
        .catch((failure: unknown) => setProblem(asApiError(failure).message))
        .finally(() => {
          busy.current = false;
          setBusy(false);
        });
    },
    refuse: setProblem,
  };
}
