import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import type { Log } from '../../workflow/ports/log.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** Who sent a request, or the bare status to refuse it with. */
export type Authentication =
  | { readonly identity: AuthenticateRequestResult }
  | { readonly identity: null; readonly status: 401 | 503 };

/**
 * Checks an incoming token with the SDK, whose several kinds of error become one bare refusal: it would
 * answer some as faults of the server, with the reason. 503 = the keys can't be had, Teams may try again.
 */
export const authenticate = async ({
  authentication,
  activity,
  authorization,
  timeoutMs,
  log,
}: {
  readonly authentication: BotFrameworkAuthentication;
  readonly activity: IncomingActivity;
  readonly authorization: string;
  /** The SDK would wait for keys without end. */
  readonly timeoutMs: number;
  readonly log: Log;
}): Promise<Authentication> => {
  try {
    // What the SDK reads of an activity here was checked when it was parsed.
    const checked = authentication.authenticateRequest(activity as unknown as Activity, authorization);
    return { identity: await within(checked, timeoutMs) };
  } catch (error) {
    const status = isOurFault(error) ? 503 : 401;
    log.warn({ status, error: nameOf(error) }, 'A request could not be authenticated');
    return { identity: null, status };
  }
};

class KeysTimedOutError extends Error {
  override readonly name = 'KeysTimedOutError';
}

const within = async <Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new KeysTimedOutError()), timeoutMs);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** The keys could not be fetched: the sender is not to blame. `FetchError` is the SDK's HTTP client's. */
const isOurFault = (error: unknown): boolean =>
  (error instanceof AuthenticationError && error.statusCode >= 500) ||
  error instanceof KeysTimedOutError ||
  nameOf(error) === 'FetchError';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
