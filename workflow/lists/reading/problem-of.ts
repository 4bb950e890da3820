import { GraphRequestError } from '../../../graph/graph-request-error.ts';
import { AppError } from '../../../plan/errors.ts';
import type { TroubleCode } from '../../../plan/troubles.ts';

/** Which trouble it is that a list, or a whole site, could not be read. */
export function problemOf(error: unknown): TroubleCode {
  if (error instanceof AppError && error.code === 'BAD_CONFIG') return 'LIST_MISSING';
  if (!(error instanceof GraphRequestError)) return 'UNREADABLE';
  const { status } = error;
  if (status === 401 || status === 403) return 'NO_ACCESS';
  if (status === 404) return 'LIST_MISSING';
  // No answer, or one that says come back later: throttled, broken, under maintenance.
  return status === null || status === 423 || status === 429 || status >= 500 ? 'OUT_OF_REACH' : 'UNREADABLE';
}
