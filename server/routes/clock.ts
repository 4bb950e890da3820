import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import type { DrivenClock } from '../clock.ts';
import type { Route } from '../http/route.ts';

const BODY = z.object({ now: z.iso.datetime({ offset: true }) });

/**
 * Where the driver of the clock sets it; answers once everything due by then has been done, with the moment at which
 * something next falls due. Only there with `MILEPOST_CLOCK=driven`, which listens on this machine alone.
 */
export function clockRoute(
  clock: DrivenClock,
  doDue: () => Promise<{ readonly nextEventAt: Temporal.Instant | null }>,
): Route {
  return {
    method: 'POST',
    path: '/clock',
    handle: async ({ body }) => {
      const parsed = BODY.safeParse(body);
      if (!parsed.success) {
        throw new AppError({
          code: 'BAD_INPUT',
          message: 'clock set to something that is no instant',
          userMessage: 'Send {"now": "2022-01-10T09:00:00Z"}.',
        });
      }
      clock.set(Temporal.Instant.from(parsed.data.now));
      const { nextEventAt } = await doDue();
      return { status: 200, body: { nextEventAt: nextEventAt?.toString() ?? null } };
    },
  };
}
