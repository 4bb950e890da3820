export type RequestArea = 'graph' | 'teams' | 'identity';

/** What is told of a request and of each part of a `$batch`. */
interface LoggedCall {
  readonly method: string;
  /** With query. */
  readonly path: string;
  readonly status: number;
  /** The same for the same method, path and body: a call that was made again. */
  readonly fingerprint?: string;
  /** What the client named the call. */
  readonly clientRequestId?: string;
  /** How long from its answer on the client was told to wait. */
  readonly retryAfterSeconds?: number;
}

/** What a call of the Bot Connector was about. */
export interface LoggedConnectorCall {
  readonly kind: ConnectorCallKind;
  /** The channel (without a thread), chat or team; null where the call names none. */
  readonly conversationId: string | null;
  /** When the limits judged it: real time, in milliseconds since 1970 with decimals. */
  readonly atMs: number;
}

/** `read` asks who is there, or what a team holds; all others count as sending. */
export type ConnectorCallKind = 'send' | 'update' | 'delete' | 'create-conversation' | 'read';

/** One request inside a `$batch`, in the order they were carried out. */
export interface LoggedPart extends LoggedCall {
  /** As the client numbered it. */
  readonly id: string;
  readonly resourceUnits: number;
}

/** One request the sandbox got. */
export interface LoggedRequest extends LoggedCall {
  /** Real time (not the sandbox clock) of the answer, ISO. */
  readonly at: string;
  /** Real time of the arrival and of the answer, in milliseconds since 1970 with decimals. */
  readonly arrivedAtMs: number;
  readonly answeredAtMs: number;
  readonly area: RequestArea;
  /** The connection was cut in place of an answer; `status` is what the client never saw. */
  readonly wasCut?: boolean;
  /** What Graph would charge; the sum of its parts for a batch. */
  readonly resourceUnits?: number;
  readonly parts?: readonly LoggedPart[];
  readonly connector?: LoggedConnectorCall;
  /** From arrival to answer. */
  readonly ms: number;
}

/** An entry as it is kept: numbered from 1 in the order of the answers, also past `clear`. */
export interface NumberedRequest extends LoggedRequest {
  readonly sequence: number;
}

export interface LogRange {
  /** Entries answered at or after this moment, ISO. */
  readonly since?: string;
  /** Entries with a higher number. */
  readonly after?: number;
  /** At most this many, the oldest first. */
  readonly limit?: number;
}

export interface RequestLog {
  add(entry: LoggedRequest): void;
  /** What is kept of a range, oldest first. */
  read(range?: LogRange): readonly NumberedRequest[];
  clear(): void;
}

/** Older requests than these many are forgotten, ... */
const KEPT_REQUESTS = 50_000;
/** ... and than fit into these many calls, a batch counted by its parts. */
const KEPT_CALLS = 200_000;

/** An in-memory log of the newest requests. */
export function createRequestLog(): RequestLog {
  let entries: NumberedRequest[] = [];
  let calls = 0;
  let sequence = 0;
  return {
    add(entry) {
      sequence += 1;
      entries.push({ sequence, ...entry });
      calls += callsOf(entry);
      // Cut in blocks, so that a full log does not move its entries at every request.
      if (entries.length < KEPT_REQUESTS * 1.05 && calls < KEPT_CALLS * 1.05) return;
      entries = newest(entries);
      calls = entries.reduce((sum, kept) => sum + callsOf(kept), 0);
    },
    read({ since, after = 0, limit = Number.POSITIVE_INFINITY } = {}) {
      const fromMs = since === undefined ? 0 : Temporal.Instant.from(since).epochMilliseconds;
      // Both grow with the log, so the beginning is found without looking at all of it.
      const start = entries.findLastIndex(
        (entry) => entry.sequence <= after || Math.floor(entry.answeredAtMs) < fromMs,
      );
      return entries.slice(start + 1, start + 1 + limit);
    },
    clear() {
      entries = [];
      calls = 0;
    },
  };
}

function newest(entries: readonly NumberedRequest[]): NumberedRequest[] {
  let start = entries.length;
  for (let calls = 0; start > 0 && entries.length - start < KEPT_REQUESTS; start -= 1) {
    calls += callsOf(entries[start - 1] as NumberedRequest);
    if (calls > KEPT_CALLS) break;
  }
  return entries.slice(start);
}

function callsOf({ parts = [] }: LoggedRequest): number {
  return Math.max(1, parts.length);
}
