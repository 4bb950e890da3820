import { randomUUID } from 'node:crypto';
import { AppError, type ErrorCode } from '../../plan/errors.ts';
import type { Log } from '../../workflow/ports/log.ts';
import type { RouteAnswer } from './route.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 400,
  STALE: 409,
  UNAVAILABLE: 503,
  GRAPH: 503,
};

/** What a client is told besides. */
const HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer' },
  503: { 'retry-after': '30' },
};

/**
 * Turns an error into HTTP: what a person may read is sent, anything else becomes one neutral sentence with a
 * reference that the log has too.
 */
export function answerError(error: unknown, log: Log): RouteAnswer {
  if (error instanceof AppError && error.userMessage !== undefined) {
    const status = error.details.isSignIn === true ? 401 : (STATUS[error.code] ?? 500);
    if (status === 503) log.warn({ code: error.code, reason: error.message }, 'a request has to wait');
    if (status !== 500)
      return {
        status,
        headers: HEADERS[status] ?? {},
        body: { error: { code: error.code, message: error.userMessage } },
      };
  }
  const reference = randomUUID().slice(0, 8);
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  log.error({ reference, error: name, reason: message, stack }, 'a request failed');
  return {
    status: 500,
    body: {
      error: {
        code: 'INTERNAL',
        message: `Something went wrong on our side. Say “${reference}” to your IT team.`,
      },
    },
  };
}
