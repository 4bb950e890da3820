import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** A request as routes see it. */
export interface RouteRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON, or whatever else came. */
  readonly body: unknown;
  /** For the few routes that must answer by themselves. */
  readonly raw: { readonly request: IncomingMessage; readonly response: ServerResponse };
}

/** What to answer. Objects become JSON, text and bytes stay as they are. */
export interface RouteAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One address of the server. `path` may hold `:names` and end in `*`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** `bytes`: a file as it is, of type `application/octet-stream`, which the handler reads with `readBytes`. Default: JSON. */
  readonly takes?: 'bytes';
  /** `answered`: the handler wrote to `raw.response` itself. */
  handle(request: RouteRequest): Promise<RouteAnswer | 'answered'>;
}
