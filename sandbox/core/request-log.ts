export type RequestArea = 'graph' | 'teams' | 'identity';

/** One request inside a `$batch`. */
export interface LoggedPart {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly resourceUnits: number;
}

/** One request the sandbox got. */
export interface LoggedRequest {
  /** Real time (not the sandbox clock), ISO. */
  readonly at: string;
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly status: number;
  readonly area: RequestArea;
  /** What Graph would charge; the sum of its parts for a batch. */
  readonly resourceUnits?: number;
  readonly parts?: readonly LoggedPart[];
  readonly ms: number;
}

export interface RequestLog {
  add(entry: LoggedRequest): void;
  /** Entries at or after `iso`, oldest first; all that are kept when absent. */
  since(iso?: string): readonly LoggedRequest[];
  clear(): void;
}

/** Older requests than these many are forgotten. */
const KEPT_REQUESTS = 20_000;

/** An in-memory log of the newest requests. */
export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    add(entry) {
      entries.push(entry);
      // Cut in blocks, so that a full log does not move its entries at every request.
      if (entries.length >= KEPT_REQUESTS + 1_000) entries = entries.slice(-KEPT_REQUESTS);
    },
    since(iso) {
      const kept = entries.slice(-KEPT_REQUESTS);
      if (iso === undefined) return kept;
      const fromMs = Temporal.Instant.from(iso).epochMilliseconds;
      return kept.filter((entry) => Temporal.Instant.from(entry.at).epochMilliseconds >= fromMs);
    },
    clear() {
      entries = [];
    },
  };
}
