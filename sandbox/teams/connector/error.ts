/** A call of the bot's that the connector refuses, as Teams does: status, code, and words for a developer. */
export class ConnectorError extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor({
    status,
    code,
    message,
    retryAfterSeconds,
  }: {
    status: number;
    code: string;
    message: string;
    retryAfterSeconds?: number;
  }) {
    super(message);
    this.name = 'ConnectorError';
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
