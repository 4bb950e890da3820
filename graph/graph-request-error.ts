import { AppError } from '../plan/errors.ts';
import type { BatchAnswer, BatchPart } from './batch-part.ts';
import type { TransportFailure } from './middleware/transport-failure.ts';
import { redact, withoutQueryValues } from './redact.ts';

/** What is known of a request that failed. */
interface Failing {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly graphCode: string;
  readonly requestId: string | null;
  /** In Graph's words, or ours where Graph said nothing. */
  readonly reason: string;
  readonly retryAfterMs: number | null;
  readonly location: string | null;
  readonly maybeDone: boolean;
  readonly cause?: unknown;
}

/** Microsoft Graph refused a request or gave no answer. Holds no token, no query value and no e-mail address. */
export class GraphRequestError extends AppError {
  /** HTTP status; `null` when there was no answer. */
  readonly status: number | null;
  /** Graph's own code (`itemNotFound`); a `TransportReason` (`timeout`, `network` ...) when there was no answer. */
  readonly graphCode: string;
  /** What Microsoft's support asks for. */
  readonly requestId: string | null;
  readonly method: string;
  /** Without the values of the query. */
  readonly path: string;
  /** How long Graph asks to wait; `null` when it doesn't say. */
  readonly retryAfterMs: number | null;
  /** `true`: there is no telling whether the request was carried out. */
  readonly maybeDone: boolean;
  /** Where Graph says to go on instead (410); not for logs, so not enumerable. */
  declare readonly location: string | null;

  constructor({ method, path, status, graphCode, requestId, reason, cause, ...rest }: Failing) {
    const where = `${method} ${withoutQueryValues(path)}`;
    const what = status === null ? graphCode : `${status} ${graphCode}`;
    super({
      code: 'GRAPH',
      message: `Microsoft Graph: ${where} failed: ${what}: ${redact(reason)}`,
      userMessage: 'SharePoint or Teams could not be reached just now. Please try again in a few minutes.',
      details: { method, path: withoutQueryValues(path), status, graphCode, requestId },
      cause,
    });
    this.name = 'GraphRequestError';
    this.status = status;
    this.graphCode = graphCode;
    this.requestId = requestId;
    this.method = method;
    this.path = withoutQueryValues(path);
    this.retryAfterMs = rest.retryAfterMs;
    this.maybeDone = rest.maybeDone;
    Object.defineProperty(this, 'location', { value: rest.location, enumerable: false });
  }
}

/** The error of an answer with a status of 400 or more. */
export function refusal({
  method,
  path,
  status,
  header,
  body,
  retryAfterMs,
}: {
  method: string;
  path: string;
  status: number;
  header: (name: string) => string | null;
  body: unknown;
  retryAfterMs: number | null;
}): GraphRequestError {
  const { code, message, requestId } = readErrorBody(body);
  return new GraphRequestError({
    method,
    path,
    status,
    graphCode: code,
    requestId: header('request-id') ?? requestId,
    reason: message,
    retryAfterMs,
    location: header('Location'),
    maybeDone: status >= 500 && retryAfterMs === null,
  });
}

/** The error of a request without an answer. */
export function noAnswer(method: string, path: string, failure: TransportFailure): GraphRequestError {
  return new GraphRequestError({
    method,
    path,
    status: null,
    graphCode: failure.reason,
    requestId: null,
    reason: failure.message,
    retryAfterMs: failure.retryAfterMs,
    location: null,
    maybeDone: failure.sent,
    // A credential's own error may quote what it sent; only its name goes on.
    cause: failure.reason === 'token' ? nameOf(failure.cause) : failure.cause,
  });
}

/** The error of a part of a batch that did not end well. */
export function failedPart({ method, path }: BatchPart, answer: BatchAnswer): GraphRequestError {
  if (answer.kind === 'answered') {
    const { status, headers, body, retryAfterMs } = answer;
    const header = (name: string) => headers[name.toLowerCase()] ?? null;
    return refusal({ method, path, status, header, body, retryAfterMs });
  }
  return new GraphRequestError({
    method,
    path,
    status: null,
    graphCode: answer.code,
    requestId: null,
    reason: answer.kind === 'not sent' ? 'the request did not reach Graph' : 'the answer was lost',
    retryAfterMs: answer.kind === 'not sent' ? answer.retryAfterMs : null,
    location: null,
    maybeDone: answer.kind === 'ambiguous',
  });
}

/** Reads Graph's error object; answers of proxies and of broken servers may be anything. */
export function readErrorBody(body: unknown): {
  code: string;
  message: string;
  requestId: string | null;
} {
  const error = member(body, 'error');
  const inner = member(error, 'innerError') ?? member(error, 'innererror');
  const requestId = member(inner, 'request-id');
  return {
    code: textOr(member(error, 'code'), 'unknown'),
    message: textOr(member(error, 'message'), 'the answer held no error message'),
    requestId: typeof requestId === 'string' ? requestId : null,
  };
}

const member = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[name] : undefined;

/** Graph's code may be an empty string. */
const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;

const nameOf = (cause: unknown): string | undefined => (cause instanceof Error ? cause.name : undefined);
