/** Work that is done one thing at a time, in the order it was asked for. */
export interface Lane {
  /** Does `work` once what was asked before is done, whether or not that went well. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once nothing is left to do. */
  whenIdle(): Promise<void>;
}

export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const next = last.then(work);
      last = next.catch(() => {});
      return next;
    },
    async whenIdle() {
      for (let seen: Promise<unknown> | null = null; seen !== last; ) {
        seen = last;
        await seen;
      }
    },
  };
}
