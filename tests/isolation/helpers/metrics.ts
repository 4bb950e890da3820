import { createMetrics, type Metrics } from '../../../server/telemetry/metrics.ts';

const NONE = { calls: 0, resourceUnits: 0 };

/** Figures of a server that has done nothing yet. */
export function createIdleMetrics(): Metrics {
  return createMetrics({
    isSendingStopped: async () => false,
    graph: () => ({
      requests: 0,
      resourceUnits: 0,
      byKind: { row: NONE, rows: NONE, delta: NONE, write: NONE, permissions: NONE, directory: NONE },
      unitsInLastMinute: 0,
      held: 0,
      pauses: 0,
    }),
  });
}
