/** Work that is done so many at a time, in the order it was asked for. */
export interface Lane {
  /** Does `work` once there is room for it, whether or not what was asked before went well. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once all that is being done now is done. */
  whenBegunIsDone(): Promise<void>;
  /** Resolves once nothing is left to do. */
  whenIdle(): Promise<void>;
}

/** @param width how many at a time; default: one after another */
export function createLane(width = 1): Lane {
  const underWay = new Set<Promise<unknown>>();
  const waiting: (() => void)[] = [];

  const begin = <T>(work: () => Promise<T>): Promise<T> => {
    const running = work();
    const ended = running
      .catch(() => {})
      .then(() => {
        underWay.delete(ended);
        waiting.shift()?.();
      });
    underWay.add(ended);
    return running;
  };
  const allBegun = async () => void (await Promise.all(underWay));

  return {
    run(work) {
      if (underWay.size < width) return begin(work);
      return new Promise((resolve, reject) => {
        waiting.push(() => void begin(work).then(resolve, reject));
      });
    },
    whenBegunIsDone: allBegun,
    async whenIdle() {
      while (underWay.size > 0) await allBegun();
    },
  };
}
