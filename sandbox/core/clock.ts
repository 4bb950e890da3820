import type { Meta } from './meta.ts';

/** The sandbox's own time: every domain timestamp is taken from it. */
export interface SandboxClock {
  /** Never goes backwards, except by `reset`; whole milliseconds. */
  now(): Temporal.Instant;
  /** Moves the clock forward; it ticks on from there. An instant that has passed already changes nothing. */
  set(instant: Temporal.Instant): void;
  /** Back to the start. */
  reset(): void;
  /** Keeps the exact time for the next start. */
  close(): void;
}

/** Monday morning, the day the sample plan begins. */
export const CLOCK_START = Temporal.Instant.from('2022-01-10T09:00:00Z');

/** How far ahead the kept time runs, so that a killed process never starts behind a time it gave out. */
const RESERVE_MS = 5_000;

/** Opens the clock where it stood when the database was last used. */
export function openClock(meta: Meta): SandboxClock {
  const kept = meta.get('clock');
  let baseMs = kept === undefined ? CLOCK_START.epochMilliseconds : Number(kept);
  let tickingSinceMs = performance.now();
  let reservedUntilMs = 0;

  const nowMs = () => Math.floor(baseMs + performance.now() - tickingSinceMs);
  const keep = (ms: number) => {
    meta.set('clock', String(ms));
    reservedUntilMs = ms;
  };
  const moveTo = (ms: number) => {
    baseMs = ms;
    tickingSinceMs = performance.now();
    keep(ms + RESERVE_MS);
  };

  return {
    now() {
      const ms = nowMs();
      if (ms >= reservedUntilMs) keep(ms + RESERVE_MS);
      return Temporal.Instant.fromEpochMilliseconds(ms);
    },
    set(instant) {
      const ms = instant.epochMilliseconds;
      if (ms > nowMs()) moveTo(ms);
    },
    reset() {
      moveTo(CLOCK_START.epochMilliseconds);
    },
    close() {
      keep(nowMs());
    },
  };
}
