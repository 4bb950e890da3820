import { setImmediate as turn } from 'node:timers/promises';

/** A clock that stands still until everybody waits, and then goes on to the next one's time. */
export interface VirtualTime {
  nowMs(): number;
  sleep(ms: number): Promise<void>;
  /** Lets time pass until nobody waits any more. */
  run(): Promise<void>;
}

export function createVirtualTime(startMs = Date.parse('2026-11-22T09:00:00Z')): VirtualTime {
  let now = startMs;
  let sleepers: { readonly atMs: number; readonly wake: () => void }[] = [];
  return {
    nowMs: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ atMs: now + Math.max(0, ms), wake });
      }),
    async run() {
      await turn();
      while (sleepers.length > 0) {
        now = Math.min(...sleepers.map(({ atMs }) => atMs));
        const due = sleepers.filter(({ atMs }) => atMs <= now);
        sleepers = sleepers.filter(({ atMs }) => atMs > now);
        for (const { wake } of due) wake();
        await turn();
      }
    },
  };
}
