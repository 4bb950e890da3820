/** Why a request to the tab's API failed. */
export type ApiErrorKind =
  | 'sign-in'
  | 'forbidden'
  | 'not found'
  | 'bad input'
  | 'unreachable'
  | 'server'
  | 'not understood';

/** A failed request, in words for the person. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** All that the server answered, where it says more than why; `null` where it answered nothing that can be read. */
  readonly answer: unknown;

  constructor({
    kind,
    message,
    cause,
    answer = null,
  }: {
    kind: ApiErrorKind;
    message: string;
    cause?: unknown;
    answer?: unknown;
  }) {
    super(message, { cause });
    this.name = 'ApiError';
    this.kind = kind;
    this.answer = answer;
  }
}

/** What was asked for is not to be had: it is taken off the page, unlike after an outage. */
const REFUSALS: readonly ApiErrorKind[] = ['sign-in', 'forbidden', 'not found', 'bad input'];

export function isRefusal(error: ApiError): boolean {
  return REFUSALS.includes(error.kind);
}

/** Any failure as an `ApiError`. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError({ kind: 'unreachable', message: 'Milepost could not be reached.', cause: error });
}
