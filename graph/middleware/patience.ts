import type { Context } from '@microsoft/microsoft-graph-client';

/** How long each request has been kept waiting, over all its tries and whatever it waited for. */
export interface Patience {
  waitedMs(context: Context): number;
  wait(context: Context, ms: number): Promise<void>;
}

export function createPatience(sleep: (ms: number) => Promise<void>): Patience {
  const waited = new WeakMap<Context, number>();
  const waitedMs = (context: Context): number => waited.get(context) ?? 0;
  return {
    waitedMs,
    async wait(context, ms) {
      waited.set(context, waitedMs(context) + ms);
      await sleep(ms);
    },
  };
}
