import type { Clock } from '../workflow/ports/clock.ts';

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that somebody else sets and that ticks on from there. */
export interface DrivenClock extends Clock {
  set(now: Temporal.Instant): void;
}

export function createDrivenClock(start: Temporal.Instant): DrivenClock {
  let setTo = start;
  let setAtMs = performance.now();
  return {
    now: () => setTo.add({ milliseconds: Math.floor(performance.now() - setAtMs) }),
    set(now) {
      setTo = now;
      setAtMs = performance.now();
    },
  };
}

/** Asks the driver of the clock what time it is. @throws when it cannot be reached */
export async function readClock(url: string): Promise<Temporal.Instant> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  const { now } = (await answer.json()) as { now: string };
  return Temporal.Instant.from(now);
}
