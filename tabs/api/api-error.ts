/** Why a request to the tab's API failed. */
export type ApiErrorKind =
  | 'sign-in'
  | 'forbidden'
  | 'not found'
  | 'unreachable'
  | 'server'
  | 'not understood';

/** A failed request, in words for the person. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;

  constructor({ kind, message, cause }: { kind: ApiErrorKind; message: string; cause?: unknown }) {
    super(message, { cause });
    this.name = 'ApiError';
    this.kind = kind;
  }
}

/** Whether the person may no longer see what was shown: it is taken off the page, unlike after an outage. */
export function isRefusal(error: ApiError): boolean {
  return error.kind === 'sign-in' || error.kind === 'forbidden' || error.kind === 'not found';
}

/** Any failure as an `ApiError`. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError({ kind: 'unreachable', message: 'Milepost could not be reached.', cause: error });
}
