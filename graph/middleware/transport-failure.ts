import { GraphClientError } from '@microsoft/microsoft-graph-client';

/**
 * - `timeout`: no whole answer within the time allowed.
 * - `network`: the connection broke, or could not be made.
 * - `certificate`: the server's certificate is not trusted, so nothing was sent.
 * - `token`: no access token was to be had.
 * - `foreign host`: the address is not one we may send a token to.
 */
export type TransportReason = 'timeout' | 'network' | 'certificate' | 'token' | 'foreign host';

/**
 * There is no answer. Derived from the client's own error because that is the only kind it hands on as it is;
 * everything else it turns into a GraphError without its type.
 */
export class TransportFailure extends GraphClientError {
  readonly reason: TransportReason;
  /** `false`: the request certainly never reached Graph. */
  readonly sent: boolean;

  constructor({
    reason,
    sent,
    message,
    cause,
  }: {
    reason: TransportReason;
    sent: boolean;
    message: string;
    cause?: unknown;
  }) {
    super(message);
    // GraphClientError sets its own prototype, which would hide this class from `instanceof`.
    Object.setPrototypeOf(this, TransportFailure.prototype);
    this.name = 'TransportFailure';
    this.reason = reason;
    this.sent = sent;
    this.cause = cause;
  }
}
