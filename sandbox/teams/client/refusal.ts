/** Something a person cannot do in Teams, in plain words: not a member, no such button, a dialog that is closed. */
export class RefusedError extends Error {
  /** 400, 403, 404 or 409. */
  readonly status: number;
  readonly code: string;
  /** What there is instead, for whoever asked. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor({
    status,
    code,
    message,
    details = {},
  }: {
    status: number;
    code: string;
    message: string;
    details?: Readonly<Record<string, unknown>>;
  }) {
    super(message);
    this.name = 'RefusedError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export function notFound(message: string, details?: Readonly<Record<string, unknown>>): RefusedError {
  return new RefusedError({ status: 404, code: 'NOT_FOUND', message, details });
}

export function forbidden(message: string): RefusedError {
  return new RefusedError({ status: 403, code: 'FORBIDDEN', message });
}

export function conflict(message: string): RefusedError {
  return new RefusedError({ status: 409, code: 'CONFLICT', message });
}
