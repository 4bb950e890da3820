/** One call inside a batch. */
export interface BatchPart {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export type BatchAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  | { readonly kind: 'not sent'; readonly code: string; readonly retryAfterMs: number }
  | { readonly kind: 'ambiguous'; readonly code: string };
