import type { LoggedRequest } from '../../sandbox/core/request-log.ts';

/** What the sandbox's log says about waiting. */
export interface Patience {
  /** Requests and parts of batches that Milepost sent. */
  readonly calls: number;
  /** Of these: refused with a time to wait. */
  readonly putOff: number;
  /** Of these: made again. */
  readonly repeated: number;
  /** Of these: before that time had passed; in words, by how much. */
  readonly tooEarly: readonly string[];
  /** Whole requests that set out while Milepost had been told, by the answer to any other, to wait. */
  readonly meanwhile: number;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly fingerprint?: string;
  readonly arrivedAtMs: number;
  readonly answeredAtMs: number;
  readonly retryAfterSeconds?: number;
}

/** A timer may go off so much before its time. */
const TIMER_MS = 2;

/** Looks whether calls were made again before their Retry-After had passed; a call is known again by its content. */
export function patienceOf(requests: readonly LoggedRequest[]): Patience {
  const calls = requests.flatMap(callsOf);
  const sameCalls = [...Map.groupBy(calls, ({ fingerprint }) => fingerprint).entries()]
    .filter(([fingerprint]) => fingerprint !== undefined)
    .map(([, same]) => same.toSorted((one, other) => one.arrivedAtMs - other.arrivedAtMs));
  const repeats = sameCalls.flatMap((same) =>
    same.slice(1).flatMap((call, index) => {
      const before = same[index];
      return before?.retryAfterSeconds === undefined ? [] : [{ call, mayComeAtMs: endOfWait(before) }];
    }),
  );
  return {
    calls: calls.length,
    putOff: calls.filter(({ retryAfterSeconds }) => retryAfterSeconds !== undefined).length,
    repeated: repeats.length,
    tooEarly: repeats
      .filter(({ call, mayComeAtMs }) => call.arrivedAtMs < mayComeAtMs)
      .map(
        ({ call: { method, path, arrivedAtMs }, mayComeAtMs }) =>
          `${method} …${path.slice(-60)} came ${Math.ceil(mayComeAtMs - arrivedAtMs)} ms too early`,
      ),
    meanwhile: countMeanwhile(requests),
  };
}

/**
 * A batch and its parts each are a call; parts come and are answered with their batch. An answer that was cut off told
 * nobody to wait.
 */
function callsOf(request: LoggedRequest): readonly Call[] {
  const { arrivedAtMs, answeredAtMs, parts = [], wasCut = false } = request;
  return [request, ...parts].map(({ method, path, fingerprint, retryAfterSeconds }) => ({
    method,
    path,
    fingerprint,
    arrivedAtMs,
    answeredAtMs,
    retryAfterSeconds: wasCut ? undefined : retryAfterSeconds,
  }));
}

function endOfWait({ answeredAtMs, retryAfterSeconds = 0 }: Call): number {
  return answeredAtMs + retryAfterSeconds * 1_000 - TIMER_MS;
}

function countMeanwhile(requests: readonly LoggedRequest[]): number {
  const waits = requests
    .flatMap(callsOf)
    .filter(({ retryAfterSeconds }) => retryAfterSeconds !== undefined)
    .toSorted((one, other) => one.answeredAtMs - other.answeredAtMs);
  let next = 0;
  let waitUntilMs = 0;
  let count = 0;
  for (const { arrivedAtMs } of requests.toSorted((one, other) => one.arrivedAtMs - other.arrivedAtMs)) {
    for (let wait = waits[next]; wait !== undefined && wait.answeredAtMs < arrivedAtMs; wait = waits[next]) {
      waitUntilMs = Math.max(waitUntilMs, endOfWait(wait));
      next += 1;
    }
    if (arrivedAtMs < waitUntilMs) count += 1;
  }
  return count;
}
