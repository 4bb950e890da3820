import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { TokenUnavailableError } from '../authentication/token-source.ts';

/** Code of what was not even tried, since there was no token to send it with. */
export const TOKEN_UNAVAILABLE = 'TokenUnavailable';

/** How long to wait when Teams says `too many` without saying how long. */
const DEFAULT_RETRY_AFTER_MS = 5_000;
/** How long to wait when the fault is on our side of the wire. */
const OUR_SIDE_RETRY_AFTER_MS = 60_000;

/** What became of an attempt that did not succeed. */
export type FailedOutcome = Exclude<SendOutcome, { readonly status: 'sent' }>;

/** One attempt to send failed. Carries the outcome, and nothing of what was sent. */
export class SendFailure extends Error {
  readonly outcome: FailedOutcome;

  constructor(outcome: FailedOutcome, cause?: unknown) {
    super(`Teams did not take the message: ${outcome.status}, ${outcome.code}`, { cause });
    this.name = 'SendFailure';
    this.outcome = outcome;
  }
}

/** Status decides, not the body: what Teams writes into the body of a refusal varies. */
export const outcomeOfRefusal = ({
  status,
  retryAfter,
  body,
  nowMs,
}: {
  readonly status: number;
  /** The `Retry-After` header: seconds or an HTTP date. */
  readonly retryAfter: string | null;
  readonly body: string;
  readonly nowMs: number;
}): FailedOutcome => {
  const code = codeIn(body) ?? `HTTP${status}`;
  if (status === 429 || status === 412) {
    return { status: 'throttled', retryAfterMs: retryAfterMs(retryAfter, nowMs), code };
  }
  if (status === 401) return { status: 'unauthorised', code };
  if (status >= 500 || status === 408) return { status: 'ambiguous', code };
  const isGone = status === 404 || status === 403 || code === MALFORMED_ID;
  const isRefused = status === 403;
  return { status: 'permanent', code, ...(isGone ? { isGone } : {}), ...(isRefused ? { isRefused } : {}) };
};

/** What Teams answers, with a 400, to a conversation id that never was one. */
const MALFORMED_ID = 'BadSyntax';

/** Faults before a connection stood: the message certainly never left. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** A fault of the network; `code` is Node's. */
export const outcomeOfFault = (fault: unknown): FailedOutcome => {
  if (fault instanceof DOMException && fault.name === 'TimeoutError') {
    return { status: 'ambiguous', code: 'TimedOut' };
  }
  const code = systemCodeOf(fault);
  return NEVER_CONNECTED.has(code)
    ? { status: 'throttled', retryAfterMs: OUR_SIDE_RETRY_AFTER_MS, code }
    : { status: 'ambiguous', code };
};

/** The outcome behind anything thrown while sending. */
export const outcomeOf = (error: unknown): FailedOutcome => {
  if (error instanceof SendFailure) return error.outcome;
  if (error instanceof TokenUnavailableError) {
    return { status: 'unauthorised', code: TOKEN_UNAVAILABLE };
  }
  // The SDK failed by itself, maybe while reading an answer: what Teams did is not known.
  return { status: 'ambiguous', code: 'SdkError' };
};

const retryAfterMs = (header: string | null, nowMs: number): number => {
  if (header === null || header.trim() === '') return DEFAULT_RETRY_AFTER_MS;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? DEFAULT_RETRY_AFTER_MS : Math.max(0, atMs - nowMs);
};

/** A short word in the body that names the reason; anything longer might be somebody's text. */
const CODE_PATTERN = /"(?:subCode|code)"\s*:\s*"([A-Za-z0-9_]{1,60})"/g;

const codeIn = (body: string): string | null => {
  const codes = [...body.matchAll(CODE_PATTERN)];
  return codes.at(-1)?.[1] ?? null;
};

const systemCodeOf = (fault: unknown): string => {
  for (let error = fault, depth = 0; Error.isError(error) && depth < 5; error = error.cause, depth += 1) {
    if ('code' in error && typeof error.code === 'string') return error.code;
  }
  return 'NetworkError';
};
