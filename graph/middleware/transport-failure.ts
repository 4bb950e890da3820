import { GraphClientError } from '@microsoft/microsoft-graph-client';

/**
 * - `timeout`: no whole answer within the time allowed.
 * - `network`: the connection broke, or could not be made.
 * - `certificate`: the server's certificate is not trusted, so nothing was sent.
 * - `token`: no access token was to be had.
 * - `foreign host`: the address is not one we may send a token to.
 * - `paused`: Microsoft 365 asked to wait for longer than this request may.
 * - `budget`: SharePoint's allowance is used up for longer than this request may wait.
 */
export type TransportReason =
  | 'timeout'
  | 'network'
  | 'certificate'
  | 'token'
  | 'foreign host'
  | 'paused'
  | 'budget';

/**
 * There is no answer. Derived from the client's own error because that is the only kind it hands on as it is;
 * everything else it turns into a GraphError without its type.
 */
export class TransportFailure extends GraphClientError {
  readonly reason: TransportReason;
  /** `false`: the request certainly never reached Graph. */
  readonly sent: boolean;
  /** When to come back; `null` where nobody knows. */
  readonly retryAfterMs: number | null;

  constructor({
    reason,
    sent,
    message,
    retryAfterMs = null,
    cause,
  }: {
    reason: TransportReason;
    sent: boolean;
    message: string;
    retryAfterMs?: number | null;
    cause?: unknown;
  }) {
    super(message);
    // GraphClientError sets its own prototype, which would hide this class from `instanceof`.
    Object.setPrototypeOf(this, TransportFailure.prototype);
    this.name = 'TransportFailure';
    this.reason = reason;
    this.sent = sent;
    this.retryAfterMs = retryAfterMs;
    this.cause = cause;
  }
}
