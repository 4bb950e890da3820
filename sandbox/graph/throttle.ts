import { formatRetryAfter } from '../core/retry-after.ts';
import type { World } from '../core/world.ts';
import { GraphError } from './graph-error.ts';

/** Resource units that an app may use in a minute, as the header gives them. */
const UNITS_PER_MINUTE = 1_200;

/** How long a throttled client is told to wait when the fault does not say. */
const RETRY_AFTER_SECONDS = 2;

/**
 * Refuses the request when the `graph-throttle` fault strikes it.
 * @throws GraphError 429: SharePoint's own code, or that of the rest of Graph
 */
export function strikeThrottle(world: World, { isSharePoint }: { isSharePoint: boolean }): void {
  const fault = world.faults.strike('graph-throttle');
  if (fault === undefined) return;
  const headers = formatRetryAfter({
    ...fault,
    retryAfterSeconds: fault.retryAfterSeconds ?? RETRY_AFTER_SECONDS,
  });
  if (isSharePoint)
    throw new GraphError({
      status: 429,
      code: 'activityLimitReached',
      message: 'Application has been throttled.',
      headers: {
        ...headers,
        ...sayRateLimit(world, { remaining: 0, resetSeconds: fault.retryAfterSeconds }),
      },
      hasInnerError: false,
    });
  throw new GraphError({
    status: 429,
    code: 'TooManyRequests',
    message: 'Please retry again later.',
    headers,
  });
}

/**
 * The headers by which SharePoint says how much of the minute is left, when the `graph-near-limit` fault strikes. By
 * default a tenth, for five seconds more.
 */
export function sayRateLimit(
  world: World,
  {
    remaining = UNITS_PER_MINUTE / 10,
    resetSeconds = 5,
  }: { readonly remaining?: number; readonly resetSeconds?: number } = {},
): Record<string, string> {
  if (world.faults.strike('graph-near-limit') === undefined) return {};
  return {
    'RateLimit-Limit': String(UNITS_PER_MINUTE),
    'RateLimit-Remaining': String(remaining),
    'RateLimit-Reset': String(Math.ceil(resetSeconds)),
  };
}

/**
 * Refuses a whole request when `graph-outage` or `graph-busy` strikes it.
 * @throws GraphError 503
 */
export function strikeOutage(world: World): void {
  const outage = world.faults.strike('graph-outage');
  const busy = outage === undefined ? world.faults.strike('graph-busy') : undefined;
  if (outage === undefined && busy === undefined) return;
  throw new GraphError({
    status: 503,
    code: 'serviceNotAvailable',
    message:
      'The service is not available. Try the request again after a delay. There may be a Retry-After header.',
    headers: busy === undefined ? {} : formatRetryAfter(busy),
  });
}
