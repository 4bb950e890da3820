import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { GraphClient } from '../../graph/client.ts';

/** What operators watch, by OpenTelemetry, in Prometheus' text format. */
export interface Metrics {
  /** One request to the bot or the API was answered. */
  countRequest(route: string, status: number, durationMs: number): void;
  /** The figures as they stand. */
  read(): Promise<string>;
  stop(): Promise<void>;
}

export interface MetricsSources {
  /** What was asked of Graph so far, and what was held back. */
  readonly graph: () => ReturnType<GraphClient['counters']>;
  /** Whether nothing is sent because Teams does not take our credentials. */
  readonly isSendingStopped: () => Promise<boolean>;
}

export function createMetrics({ graph, isSendingStopped }: MetricsSources): Metrics {
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ readers: [exporter] });
  const meter = provider.getMeter('milepost');
  const requests = meter.createHistogram('milepost_request_duration_ms', {
    description: 'How long requests took to answer, by route and status',
    unit: 'ms',
  });
  meter
    .createObservableCounter('milepost_graph_requests', { description: 'Requests sent to Microsoft Graph' })
    .addCallback((result) => result.observe(graph().requests));
  meter
    .createObservableCounter('milepost_graph_resource_units', {
      description: 'SharePoint resource units used',
    })
    .addCallback((result) => result.observe(graph().resourceUnits));
  meter
    .createObservableGauge('milepost_graph_units_last_minute', {
      description: 'SharePoint resource units used in the last minute',
    })
    .addCallback((result) => result.observe(graph().unitsInLastMinute));
  meter
    .createObservableCounter('milepost_graph_held', {
      description: 'Requests to Graph held back by the allowance or by a pause',
    })
    .addCallback((result) => result.observe(graph().held));
  meter
    .createObservableCounter('milepost_graph_pauses', {
      description: 'Pauses of everything to Graph after a throttled request',
    })
    .addCallback((result) => result.observe(graph().pauses));
  meter
    .createObservableGauge('milepost_sending_stopped', {
      description: '1 while nothing is sent because Teams does not take our credentials, else 0',
    })
    .addCallback(async (result) => result.observe((await isSendingStopped()) ? 1 : 0));

  return {
    countRequest: (route, status, durationMs) => requests.record(durationMs, { route, status }),
    async read() {
      const { resourceMetrics } = await exporter.collect();
      return new PrometheusSerializer().serialize(resourceMetrics);
    },
    stop: () => provider.shutdown(),
  };
}
