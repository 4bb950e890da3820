import type { Route } from '../http/route.ts';
import type { Metrics } from '../telemetry/metrics.ts';

export interface HealthSources {
  /** `null` when ready; else what is missing, in words. */
  readonly whatIsMissing: () => Promise<string | null>;
  readonly metrics: Metrics;
}

/** Whether the process runs, whether it can do its work, and its figures. */
export function healthRoutes({ whatIsMissing, metrics }: HealthSources): Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: async () => ({ status: 200, body: { status: 'running' } }) },
    {
      method: 'GET',
      path: '/readyz',
      handle: async () => {
        const missing = await whatIsMissing();
        return missing === null
          ? { status: 200, body: { status: 'ready' } }
          : { status: 503, body: { status: 'not ready', missing } };
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      handle: async () => ({ status: 200, body: await metrics.read() }),
    },
  ];
}
