import { todayIn } from '../../plan/calendar/dates.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { IsoDate } from '../../plan/rows.ts';
import type { Clock } from '../../workflow/ports/clock.ts';
import type { Log } from '../../workflow/ports/log.ts';
import type { PlanState } from '../../workflow/use-cases.ts';

/** How soon a change is seen. */
const EVERY_MS = 1_000;

/** Somebody who is to be told of each change of a plan. */
export interface PlanListener {
  readonly planId: PlanId;
  /** As it was when they began to listen. */
  readonly state: PlanState;
  /** The plan has changed, is gone, or another day of it has begun. */
  onChange(): void;
}

/** Sees changes of the plans that somebody listens to, by whichever process they were made. */
export interface PlanWatch {
  /** Answers what ends it. */
  listen(listener: PlanListener): () => void;
  stop(): void;
}

interface Seen {
  version: number | undefined;
  day: IsoDate;
}

/**
 * Asks the database every second for the versions of those plans, all of them in one statement; while nobody listens, not
 * at all. Where that fails it goes on asking.
 */
export function createPlanWatch({
  readVersions,
  clock,
  log,
}: {
  readonly readVersions: (planIds: readonly PlanId[]) => Promise<ReadonlyMap<PlanId, number>>;
  readonly clock: Clock;
  readonly log: Log;
}): PlanWatch {
  const listeners = new Map<PlanListener, Seen>();
  let timer: NodeJS.Timeout | null = null;
  let isFailing = false;

  const dayOf = ({ state }: PlanListener) => todayIn(clock.now(), state.timeZone);

  const look = async () => {
    const versions = await readVersions([...new Set([...listeners.keys()].map(({ planId }) => planId))]);
    for (const [listener, seen] of listeners) {
      const version = versions.get(listener.planId);
      const day = dayOf(listener);
      if (version === seen.version && day === seen.day) continue;
      Object.assign(seen, { version, day });
      listener.onChange();
    }
  };

  const lookAgain = () => {
    timer = null;
    if (listeners.size === 0) return;
    look()
      .then(
        () => {
          isFailing = false;
        },
        ({ name, message }: Error) => {
          // Once is enough: it is tried again every second.
          if (!isFailing) log.warn({ error: name, reason: message }, 'changes of plans cannot be seen');
          isFailing = true;
        },
      )
      .finally(wake);
  };
  const wake = () => {
    if (timer === null && listeners.size > 0) timer = setTimeout(lookAgain, EVERY_MS);
  };

  return {
    listen(listener) {
      listeners.set(listener, { version: listener.state.version, day: dayOf(listener) });
      wake();
      return () => void listeners.delete(listener);
    },
    stop() {
      listeners.clear();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
