import { AppError } from '../../../plan/errors.ts';

/** How long a document waits after each attempt, in minutes; the last again and again. */
const WAITS_MINUTES = [1, 5, 15, 60] as const;

/** After so many attempts it takes somebody to press. */
const MOST_TRIES = 12;

/** Statuses after which the same request may do some time later: busy, gone for a moment, open in somebody's Word. */
const PASSING: readonly (number | null)[] = [null, 408, 409, 412, 423, 429, 500, 502, 503, 504];

/** What came of an attempt that failed. */
export interface PartFailure {
  readonly code: string;
  /** For people; `null` where nobody can do anything about it. */
  readonly reason: string | null;
  /** `null`: it is not tried again by itself. */
  readonly waitMs: number | null;
}

/** @param attempts how many there were before this one */
export function failureOf(error: unknown, attempts: number): PartFailure {
  const { code, status, reason } = causeOf(error);
  const mayPass = code !== 'BAD_INPUT' && (status === undefined || PASSING.includes(status));
  const minutes = WAITS_MINUTES[Math.min(attempts, WAITS_MINUTES.length - 1)] ?? 1;
  const isGivenUp = !mayPass || attempts + 1 >= MOST_TRIES;
  return { code, reason, waitMs: isGivenUp ? null : minutes * 60_000 };
}

/** `status` is undefined where SharePoint was not the cause. */
function causeOf(error: unknown): {
  readonly code: string;
  readonly status: number | null | undefined;
  readonly reason: string | null;
} {
  if (!(error instanceof AppError)) return { code: 'OWN_FAULT', status: undefined, reason: OWN_FAULT };
  const { status } = error.details as { readonly status?: number | null };
  const code = typeof status === 'number' ? `HTTP${status}` : error.code;
  return { code, status, reason: error.userMessage ?? null };
}

const OWN_FAULT =
  'Milepost could not make it, through a fault of its own. Whoever runs Milepost finds it in the log.';
