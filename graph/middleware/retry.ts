import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { GraphLog } from '../log.ts';
import { withoutQueryValues } from '../redact.ts';
import { type FailedTry, isPutOff, planRetry, type RetryLimits, readRetryAfter } from '../retry-policy.ts';
import { chained, urlOf } from './chained.ts';
import type { Patience } from './patience.ts';
import { TransportFailure } from './transport-failure.ts';

/**
 * Tries a request again as the retry policy says. First of the chain, so that every try has its own token, time-out
 * and count. The client's own retry is not used: it repeats creates, and cuts a Retry-After to three minutes.
 */
export function createRetryMiddleware({
  limits,
  patience,
  nowMs,
  log,
}: {
  limits: RetryLimits;
  patience: Patience;
  nowMs: () => number;
  log: GraphLog;
}): Middleware {
  return chained(async (context, next) => {
    const repeatable = isRepeatable(context);
    let wasAmbiguous = false;
    for (let tries = 1; ; tries++) {
      const failure = await next().then(
        () => null,
        (error: unknown) => ({ error }),
      );
      const failed = describe(failure, context, nowMs());
      if (failed === null) return;
      const waitedMs = patience.waitedMs(context);
      const waitMs = planRetry({ failed, repeatable, tries, waitedMs, limits });
      if (waitMs === null) {
        if (wasAmbiguous && isPutOff(failed) && context.options?.method !== 'GET') throw lostAnswer();
        if (failure !== null) throw failure.error;
        return;
      }
      wasAmbiguous ||= !isPutOff(failed);
      log.info({ path: withoutQueryValues(urlOf(context)), tries, waitMs }, 'Graph is asked again');
      await patience.wait(context, waitMs);
    }
  });
}

function lostAnswer(): TransportFailure {
  return new TransportFailure({
    reason: 'network',
    sent: true,
    message: 'The answer to an earlier try was lost, and SharePoint is too busy to be asked again',
  });
}

/** Reads, files put in their place, and writes on condition of a version: once done, they change nothing the second time. */
function isRepeatable(context: Context): boolean {
  const method = context.options?.method ?? 'GET';
  return method === 'GET' || method === 'PUT' || new Headers(context.options?.headers).has('If-Match');
}

function describe(failure: { error: unknown } | null, context: Context, nowMs: number): FailedTry | null {
  if (failure !== null) {
    if (!(failure.error instanceof TransportFailure)) throw failure.error;
    const { sent, reason } = failure.error;
    return { kind: 'no answer', sent, passing: reason === 'network' || reason === 'timeout' };
  }
  const response = context.response;
  if (response === undefined || response.status < 400) return null;
  const retryAfterMs = readRetryAfter((name) => response.headers.get(name), nowMs);
  return { kind: 'refused', status: response.status, retryAfterMs };
}
