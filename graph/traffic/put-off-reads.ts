/** Reads that SharePoint was too busy for until they were given up. */
export interface PutOffReads {
  /** Remembers one for so long. */
  add(path: string, forMs: number): void;
  /** How long it is still to wait, in ms; 0 for any other. */
  waitMs(path: string): number;
}

/** A list that could not be read is asked for again in the next round, which may come before its time. */
export function createPutOffReads(nowMs: () => number): PutOffReads {
  const until = new Map<string, number>();
  return {
    add(path, forMs) {
      for (const [known, ms] of until) if (ms <= nowMs()) until.delete(known);
      until.set(path, nowMs() + forMs);
    },
    waitMs: (path) => Math.max(0, (until.get(path) ?? 0) - nowMs()),
  };
}
