import type { ServerResponse } from 'node:http';
import { AppError } from '../../plan/errors.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Actor, UseCases } from '../../workflow/use-cases.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import type { PlanWatch } from './plan-watch.ts';
import { createSeats, type SeatLimits } from './seats.ts';

/** More than anybody looks at, and more than a meeting of every group of a large body. */
const LIMITS: SeatLimits = { perPerson: 12, inAll: 2_000 };

/** Longer than any token of Entra's is good. */
const MAX_OPEN_MS = 24 * 60 * 60 * 1_000;

/** A page that is to be told when its plan changes. */
export interface LivePage {
  readonly actor: Actor;
  readonly planId: PlanId;
  /** When the token that it was opened with ends, in milliseconds since 1970. */
  readonly endsAtMs: number;
  readonly response: ServerResponse;
}

/** The pages that are open in browsers and told of changes. */
export interface LivePages {
  /**
   * Begins to tell one, at once and then with each change, that it is to ask anew; what has changed is not said. Ends with
   * the token, or when the person may no longer read the plan.
   * @throws AppError `FORBIDDEN` for whoever may not read it, `UNAVAILABLE` when too many are open
   */
  open(page: LivePage): Promise<void>;
  stop(): void;
}

export function createLivePages({
  watch,
  useCases,
  limits = LIMITS,
}: {
  readonly watch: PlanWatch;
  readonly useCases: Pick<UseCases, 'viewPlanState'>;
  /** Default: 12 of a person, 2,000 in all. */
  readonly limits?: SeatLimits;
}): LivePages {
  const seats = createSeats(limits);
  const streams = new Set<EventStream>();
  let isStopped = false;

  return {
    async open({ actor, planId, endsAtMs, response }) {
      if (isStopped) throw stopping();
      const leave = seats.take(`${actor.tenantId}/${actor.entraObjectId ?? actor.email}`);
      const state = await useCases.viewPlanState({ actor, planId }).catch((error: unknown) => {
        leave();
        throw error;
      });
      const stream = openEventStream(response);
      const tell = ({ version }: { version: number }) => stream.send('changed', { version });
      const unlisten = watch.listen({
        planId,
        state,
        // Whoever was taken out of the plan by this very change is not told of it.
        onChange: () => void useCases.viewPlanState({ actor, planId }).then(tell, () => stream.end()),
      });
      const expiry = setTimeout(() => stream.end(), Math.min(endsAtMs - Date.now(), MAX_OPEN_MS));
      streams.add(stream);
      void stream.ended.then(() => {
        clearTimeout(expiry);
        unlisten();
        streams.delete(stream);
        leave();
      });
      tell(state);
    },
    stop() {
      isStopped = true;
      watch.stop();
      for (const stream of streams) stream.end();
    },
  };
}

function stopping(): AppError {
  return new AppError({
    code: 'UNAVAILABLE',
    message: 'the server is stopping',
    userMessage: 'Milepost is just being restarted. Try again in a minute.',
  });
}
