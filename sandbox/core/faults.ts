import type { Fault, FaultKind } from './fault-kinds.ts';
import { createRandom } from './random.ts';

export interface Faults {
  /** Replaces all faults; an empty list switches everything off. Each starts anew at its seed. */
  set(faults: readonly Fault[]): void;
  list(): readonly Fault[];
  /**
   * The fault of this kind if it strikes this request; each call is one throw of the dice. Its `retryAfterSeconds` is
   * the time this answer is to ask for.
   * @param conversationId the channel or chat it is about; a fault that is set for one strikes nowhere else
   */
  strike(kind: FaultKind, conversationId?: string | null): Fault | undefined;
}

interface ActiveFault {
  readonly fault: Fault;
  readonly random: () => number;
  /** Dice of its own, so that whom a fault strikes does not depend on how long it asks to wait. */
  readonly waitRandom: () => number;
  left: number;
}

/** Faults live in memory: a restarted sandbox has none. `now` is the sandbox's clock. */
export function createFaults(now: () => Temporal.Instant): Faults {
  let active: ActiveFault[] = [];
  const isOver = ({ fault: { until }, left }: ActiveFault) =>
    left <= 0 || (until !== undefined && Temporal.Instant.compare(now(), until) >= 0);
  return {
    set(faults) {
      active = faults.map((fault) => ({
        fault,
        random: createRandom(fault.seed),
        waitRandom: createRandom(fault.seed + 1),
        left: fault.times ?? Number.POSITIVE_INFINITY,
      }));
    },
    list: () => active.map(({ fault }) => fault),
    strike(kind, conversationId) {
      for (const entry of active) {
        if (entry.fault.kind !== kind || isOver(entry) || !isAbout(entry.fault, conversationId)) continue;
        if (entry.random() >= entry.fault.rate) continue;
        entry.left -= 1;
        return { ...entry.fault, retryAfterSeconds: drawWait(entry) };
      }
      return undefined;
    },
  };
}

function isAbout({ conversation }: Fault, conversationId: string | null | undefined): boolean {
  return conversation === undefined || conversation === conversationId;
}

/** Between the shortest and the longest wait; every other time in whole seconds. */
function drawWait({ fault, waitRandom }: ActiveFault): number | undefined {
  const { retryAfterSeconds = 0, maxRetryAfterSeconds } = fault;
  if (maxRetryAfterSeconds === undefined) return fault.retryAfterSeconds;
  const seconds = retryAfterSeconds + waitRandom() * (maxRetryAfterSeconds - retryAfterSeconds);
  return waitRandom() < 0.5 ? Math.round(seconds) : Math.round(seconds * 1_000) / 1_000;
}
