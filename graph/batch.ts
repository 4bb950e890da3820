import { z } from 'zod';
import type { BatchAnswer, BatchPart } from './batch-part.ts';
import { GraphRequestError } from './graph-request-error.ts';
import type { GraphLog } from './log.ts';
import { workloadOf } from './resource-units.ts';
import {
  type FailedTry,
  isPutOff,
  isThrottle,
  planRetry,
  type RetryLimits,
  readRetryAfter,
} from './retry-policy.ts';
import type { PutOffReads } from './traffic/put-off-reads.ts';
import type { Workload } from './traffic/state.ts';

/** Graph takes no more parts in one batch. @see https://learn.microsoft.com/graph/json-batching */
export const BATCH_SIZE = 20;
/** When to come back after a failure that named no time. */
const LATER_MS = 30_000;
/** Parts whose times are no further apart than this are sent together. */
const TOGETHER_MS = 1000;

interface BatchTools {
  /** Sends one envelope. @throws GraphRequestError */
  readonly postEnvelope: (requests: readonly EnvelopeRequest[]) => Promise<unknown>;
  /** Path below the version; `null` for an address that isn't Graph's. */
  readonly toRelative: (path: string) => string | null;
  readonly sleep: (ms: number) => Promise<void>;
  readonly nowMs: () => number;
  readonly limits: RetryLimits;
  readonly log: GraphLog;
  /** Nothing more goes to these workloads for so long. */
  readonly pause: (workloads: ReadonlySet<Workload>, forMs: number) => void;
  readonly putOffReads: PutOffReads;
}

export interface EnvelopeRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One part while it is being carried out. */
interface Entry {
  readonly part: BatchPart;
  answer: BatchAnswer;
  tries: number;
  waitedMs: number;
  /** Still to wait before the next try; `null` when there is none. */
  waitMs: number | null;
  /** The answer to one of its tries was lost. */
  wasAmbiguous: boolean;
}

/**
 * Sends parts 20 at a time and answers one outcome for each, in the order given. A part that is throttled is sent
 * again by itself, after the time it asks for, and a read that was given up is not sent before that time, whoever asks
 * for it; a part whose answer was lost is sent again only if that can do no harm. Parts may be carried out in any order. Never throws for what Graph does.
 *
 * Posts plain JSON: the client's own batch helper sends addresses that Graph refuses.
 */
export async function runBatch(parts: readonly BatchPart[], tools: BatchTools): Promise<BatchAnswer[]> {
  const entries = parts.map((part): Entry => {
    const putOffMs = part.method === 'GET' ? tools.putOffReads.waitMs(part.path) : 0;
    return {
      part,
      answer: putOffMs > 0 ? { kind: 'not sent', code: 'paused', retryAfterMs: putOffMs } : NEVER_SENT,
      tries: 0,
      waitedMs: 0,
      waitMs: putOffMs > 0 ? null : 0,
      wasAmbiguous: false,
    };
  });
  for (;;) {
    const waiting = entries.filter(({ waitMs }) => waitMs !== null);
    if (waiting.length === 0) break;
    const { due, waitMs } = nextDue(waiting);
    if (waitMs > 0) {
      tools.log.info({ parts: due.length, waitMs }, 'Parts of a batch are sent again');
      await tools.sleep(waitMs);
      for (const entry of waiting) {
        entry.waitedMs += waitMs;
        entry.waitMs = Math.max(0, (entry.waitMs ?? 0) - waitMs);
      }
    }
    for (let start = 0; start < due.length; start += BATCH_SIZE) {
      await tryChunk(due.slice(start, start + BATCH_SIZE), tools);
    }
  }
  return entries.map(outcomeOf);
}

/** Those whose time comes first, with those who follow closely, and how long it is until then. */
function nextDue(waiting: readonly Entry[]): { readonly due: readonly Entry[]; readonly waitMs: number } {
  const times = waiting.map(({ waitMs }) => waitMs ?? 0);
  const first = Math.min(...times);
  const waitMs = first === 0 ? 0 : Math.max(...times.filter((ms) => ms <= first + TOGETHER_MS));
  return { due: waiting.filter((entry) => (entry.waitMs ?? 0) <= waitMs), waitMs };
}

async function tryChunk(chunk: readonly Entry[], tools: BatchTools): Promise<void> {
  const answers = await sendChunk(
    chunk.map(({ part }) => part),
    tools,
  );
  for (const [index, entry] of chunk.entries()) {
    entry.answer = answers[index] ?? NEVER_SENT;
    entry.tries++;
    const failed = describe(entry.answer);
    const { tries, waitedMs, part } = entry;
    const repeatable = isRepeatable(part);
    entry.waitMs = failed && planRetry({ failed, repeatable, tries, waitedMs, limits: tools.limits });
    entry.wasAmbiguous ||= failed !== null && entry.waitMs !== null && !isPutOff(failed);
    if (failed?.kind === 'refused' && entry.waitMs === null && part.method === 'GET' && isPutOff(failed))
      tools.putOffReads.add(part.path, failed.retryAfterMs ?? LATER_MS);
  }
}

/** A write that was put off at last may have been made by a try whose answer was lost. */
function outcomeOf({ part, answer, wasAmbiguous }: Entry): BatchAnswer {
  if (!wasAmbiguous || part.method === 'GET') return answer;
  const isUndone =
    answer.kind === 'not sent' ||
    (answer.kind === 'answered' && isThrottle(answer.status, answer.retryAfterMs));
  return isUndone ? { kind: 'ambiguous', code: 'lost answer' } : answer;
}

const NEVER_SENT: BatchAnswer = { kind: 'not sent', code: 'never sent', retryAfterMs: 0 };

const ENVELOPE = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

/** Sends up to 20 parts in one request; answers them in their order. */
async function sendChunk(parts: readonly BatchPart[], tools: BatchTools): Promise<readonly BatchAnswer[]> {
  const requests = parts.flatMap((part, index) => toRequest(part, index, tools));
  const answered = requests.length === 0 ? new Map() : await sendEnvelope(requests, tools);
  return parts.map((_part, index) => answered.get(String(index)) ?? FOREIGN);
}

const FOREIGN: BatchAnswer = { kind: 'not sent', code: 'foreign host', retryAfterMs: LATER_MS };

async function sendEnvelope(
  requests: readonly EnvelopeRequest[],
  tools: BatchTools,
): Promise<ReadonlyMap<string, BatchAnswer>> {
  const all = (answer: BatchAnswer) => new Map(requests.map(({ id }) => [id, answer]));
  try {
    const envelope = ENVELOPE.safeParse(await tools.postEnvelope(requests));
    const answers = all({ kind: 'ambiguous', code: 'no answer in the batch' });
    for (const { id, status, headers: sent, body } of envelope.data?.responses ?? []) {
      const headers = lowerCased(sent ?? {});
      const retryAfterMs = readRetryAfter((name) => headers[name.toLowerCase()] ?? null, tools.nowMs());
      answers.set(id, { kind: 'answered', status, headers, body, retryAfterMs });
    }
    pauseIfAllThrottled(requests, [...answers.values()], tools);
    return answers;
  } catch (error) {
    if (!(error instanceof GraphRequestError)) throw error;
    return all(answerOfEnvelope(error));
  }
}

/** Where every single part was throttled, anything else would be too. */
function pauseIfAllThrottled(
  requests: readonly EnvelopeRequest[],
  answers: readonly BatchAnswer[],
  { pause }: BatchTools,
): void {
  const throttled = answers.filter(
    (answer) => answer.kind === 'answered' && isThrottle(answer.status, answer.retryAfterMs),
  );
  if (throttled.length < answers.length) return;
  const waits = throttled.map((answer) => (answer.kind === 'answered' ? (answer.retryAfterMs ?? 0) : 0));
  pause(new Set(requests.map(({ method, url }) => workloadOf(method, url))), Math.max(...waits));
}

/** What a failed envelope says of every part in it. Throttled ones have been tried again by then. */
function answerOfEnvelope(error: GraphRequestError): BatchAnswer {
  if (error.maybeDone) return { kind: 'ambiguous', code: error.graphCode };
  if (error.status === null || error.status === 429 || error.status >= 500) {
    return { kind: 'not sent', code: error.graphCode, retryAfterMs: error.retryAfterMs ?? LATER_MS };
  }
  const body = { error: { code: error.graphCode, message: error.message } };
  return { kind: 'answered', status: error.status, headers: {}, body, retryAfterMs: null };
}

function toRequest(part: BatchPart, index: number, { toRelative }: BatchTools): EnvelopeRequest[] {
  const url = toRelative(part.path);
  if (url === null) return [];
  const { method, headers, body } = part;
  const id = String(index);
  if (body === undefined) return [{ id, method, url, ...(headers && { headers }) }];
  return [{ id, method, url, headers: { 'Content-Type': 'application/json', ...headers }, body }];
}

function describe(answer: BatchAnswer): FailedTry | null {
  if (answer.kind === 'not sent') return null;
  if (answer.kind === 'ambiguous') return { kind: 'no answer', sent: true, passing: true };
  if (answer.status < 400) return null;
  return { kind: 'refused', status: answer.status, retryAfterMs: answer.retryAfterMs };
}

const isRepeatable = ({ method, headers = {} }: BatchPart): boolean =>
  method === 'GET' || Object.keys(headers).some((name) => name.toLowerCase() === 'if-match');

const lowerCased = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
