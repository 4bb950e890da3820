import type { Middleware } from '@microsoft/microsoft-graph-client';
import type { GraphLog } from '../log.ts';
import { withoutQueryValues } from '../redact.ts';
import { type CallKind, pricesOf } from '../resource-units.ts';
import { chained, urlOf } from './chained.ts';
import { TransportFailure } from './transport-failure.ts';

/** Requests sent and what they cost of the tenant's allowance, since the client was made. */
export interface Counters {
  /** Requests over the wire, every try by itself; a batch is one. */
  readonly requests: number;
  /** SharePoint resource units by its published table; every part of a batch costs, and so does a refused call. */
  readonly resourceUnits: number;
  /** Calls and their units by kind; the parts of a batch are calls. */
  readonly byKind: Readonly<Record<CallKind, { readonly calls: number; readonly resourceUnits: number }>>;
}

/** Counts every try and logs one line for each that did not end well. */
export function createTelemetryMiddleware({ log, nowMs }: { log: GraphLog; nowMs: () => number }): {
  middleware: Middleware;
  counters: () => Counters;
} {
  let requests = 0;
  const byKind: Record<CallKind, { calls: number; resourceUnits: number }> = {
    row: { calls: 0, resourceUnits: 0 },
    rows: { calls: 0, resourceUnits: 0 },
    delta: { calls: 0, resourceUnits: 0 },
    write: { calls: 0, resourceUnits: 0 },
    permissions: { calls: 0, resourceUnits: 0 },
    directory: { calls: 0, resourceUnits: 0 },
  };

  const middleware = chained(async (context, next) => {
    requests++;
    const { method = 'GET', body } = context.options ?? {};
    for (const { kind, resourceUnits } of pricesOf(method, urlOf(context), body)) {
      byKind[kind].calls++;
      byKind[kind].resourceUnits += resourceUnits;
    }
    const startedMs = nowMs();
    const line = () => ({
      method,
      path: withoutQueryValues(urlOf(context)),
      ms: nowMs() - startedMs,
    });
    try {
      await next();
    } catch (error) {
      const reason = error instanceof TransportFailure ? error.reason : 'error';
      log.warn({ ...line(), reason }, 'Graph gave no answer');
      throw error;
    }
    const status = context.response?.status ?? 0;
    if (status >= 400) {
      const requestId = context.response?.headers.get('request-id');
      log.warn({ ...line(), status, requestId }, 'Graph refused a request');
    }
  });

  return {
    middleware,
    counters: () => ({
      requests,
      resourceUnits: Object.values(byKind).reduce((sum, { resourceUnits }) => sum + resourceUnits, 0),
      byKind: structuredClone(byKind),
    }),
  };
}
