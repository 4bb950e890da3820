import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { GraphLog } from '../log.ts';
import { withoutQueryValues } from '../redact.ts';
import { pricesOf } from '../resource-units.ts';
import { isThrottle, type RetryLimits, readRateLimit, readRetryAfter } from '../retry-policy.ts';
import { mayStart, planStart } from '../traffic/plan-start.ts';
import {
  type Call,
  createTrafficState,
  enterCall,
  enterRemaining,
  type Lane,
  pause,
  putInLine,
  usedInLastMinute,
  type Workload,
} from '../traffic/state.ts';
import { chained, urlOf } from './chained.ts';
import type { Patience } from './patience.ts';
import { TransportFailure } from './transport-failure.ts';

/** How long everything pauses at least, also after a throttled request that names no time. */
const SHORTEST_PAUSE_MS = 1000;

/** What was done so that the tenant's allowance lasts. */
export interface TrafficCounters {
  /** SharePoint resource units that this client has sent in the last minute. */
  readonly unitsInLastMinute: number;
  /** How often a request waited for the allowance or for a pause to end, or was put off because of them. */
  readonly held: number;
  /** How often everything to SharePoint, or to the rest of Graph, paused because a request was throttled. */
  readonly pauses: number;
}

export interface Traffic {
  readonly middleware: Middleware;
  /** Nothing more goes to these workloads for so long. */
  pause(workloads: ReadonlySet<Workload>, forMs: number): void;
  counters(): TrafficCounters;
}

/**
 * Holds each try of a request back until it may be sent (see `planStart`), and learns from the answers. A request that
 * would wait longer than its patience lasts is not sent, and says when to come back.
 */
export function createTraffic({
  unitsPerMinute,
  limits,
  patience,
  nowMs,
  log,
}: {
  unitsPerMinute: number;
  limits: RetryLimits;
  patience: Patience;
  nowMs: () => number;
  log: GraphLog;
}): Traffic {
  const state = createTrafficState(unitsPerMinute);
  let held = 0;
  let pauses = 0;

  async function waitForTurn(context: Context, call: Call): Promise<void> {
    let hasWaited = false;
    for (;;) {
      if (hasWaited && mayStart(state, call, nowMs())) break;
      const { startMs, lanes } = planStart(state, call, nowMs());
      const waitMs = Math.ceil(startMs - nowMs());
      if (waitMs > 0 && !hasWaited) held++;
      if (patience.waitedMs(context) + Math.max(waitMs, 0) > limits.maxTotalWaitMs && waitMs > 0) {
        throw notNow(isPaused(call) ? 'paused' : 'budget', waitMs);
      }
      for (const lane of Object.keys(lanes) as Lane[]) state.laneFreeAtMs[lane] = lanes[lane] ?? 0;
      if (waitMs <= 0) break;
      log.info({ path: withoutQueryValues(urlOf(context)), waitMs }, 'A request waits for its turn');
      const leave = putInLine(state, call, startMs);
      await patience.wait(context, waitMs);
      leave();
      hasWaited = true;
    }
    // Entered before anything else can ask for the same room.
    enterCall(state, call, nowMs());
  }

  const isPaused = ({ workloads }: Call): boolean =>
    [...workloads].some((workload) => state.pausedUntilMs[workload] > nowMs());

  const pauseAll: Traffic['pause'] = (workloads, askedMs) => {
    const forMs = Math.max(askedMs, SHORTEST_PAUSE_MS);
    pauses++;
    for (const workload of workloads) pause(state, workload, { nowMs: nowMs(), forMs });
    log.warn({ workloads: [...workloads], forMs }, 'Graph throttles: requests pause');
  };

  return {
    pause: pauseAll,
    counters: () => ({ unitsInLastMinute: usedInLastMinute(state, nowMs()), held, pauses }),
    middleware: chained(async (context, next) => {
      const call = toCall(context);
      await waitForTurn(context, call);
      await next();
      const { response } = context;
      if (response === undefined) return;
      const header = (name: string) => response.headers.get(name);
      const rateLimit = call.workloads.has('sharepoint') ? readRateLimit(header) : null;
      if (rateLimit !== null) enterRemaining(state, { ...rateLimit, nowMs: nowMs() });
      const retryAfterMs = readRetryAfter(header, nowMs());
      if (isThrottle(response.status, retryAfterMs)) pauseAll(call.workloads, retryAfterMs ?? 0);
    }),
  };
}

function toCall(context: Context): Call {
  const { method = 'GET', body } = context.options ?? {};
  const prices = pricesOf(method, urlOf(context), body);
  return {
    workloads: new Set(prices.map(({ kind }) => (kind === 'directory' ? 'rest' : 'sharepoint'))),
    units: prices.reduce((sum, { resourceUnits }) => sum + resourceUnits, 0),
  };
}

function notNow(reason: 'paused' | 'budget', retryAfterMs: number): TransportFailure {
  return new TransportFailure({
    reason,
    sent: false,
    message:
      reason === 'paused'
        ? 'Not sent: Microsoft 365 asked to wait'
        : 'Not sent: the allowance of SharePoint resource units is used up for now',
    retryAfterMs,
  });
}
