import { formatRetryAfter } from '../core/retry-after.ts';
import type { World } from '../core/world.ts';
import { GraphError } from './graph-error.ts';

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
      headers,
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
