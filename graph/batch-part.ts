/** One call inside a batch. */
export interface BatchPart {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version, starting with `/`; or a link Graph gave us. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What became of one part.
 * - `answered`: Graph said so, well or badly.
 * - `not sent`: certainly nothing was done; come back after `retryAfterMs`.
 * - `ambiguous`: perhaps done; the answer was lost.
 */
export type BatchAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: unknown;
      /** How long Graph asks to wait; `null` when it doesn't say. */
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'not sent'; readonly code: string; readonly retryAfterMs: number }
  | { readonly kind: 'ambiguous'; readonly code: string };
