import type { IncomingMessage, ServerResponse } from 'node:http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/** What operators watch, by OpenTelemetry, in Prometheus' text format. */
export interface Metrics {
  /** One request to the bot or the API was answered. */
  countRequest(route: string, status: number, durationMs: number): void;
  /** Answers `/metrics`. */
  respond(request: IncomingMessage, response: ServerResponse): void;
  stop(): Promise<void>;
}

export interface MetricsSources {
  /** Requests to Graph so far, and the resource units they cost. */
  readonly graph: () => { readonly requests: number; readonly resourceUnits: number };
}

export function createMetrics({ graph }: MetricsSources): Metrics {
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

  return {
    countRequest: (route, status, durationMs) => requests.record(durationMs, { route, status }),
    respond: (request, response) => exporter.getMetricsRequestHandler(request, response),
    stop: () => provider.shutdown(),
  };
}
