import type { TokenCredential } from '@azure/identity';
import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { AppError } from '../plan/errors.ts';
import { runBatch } from './batch.ts';
import type { BatchAnswer, BatchPart } from './batch-part.ts';
import { noAnswer, refusal } from './graph-request-error.ts';
import type { GraphLog } from './log.ts';
import { createAuthMiddleware } from './middleware/auth.ts';
import { createPatience } from './middleware/patience.ts';
import { createRetryMiddleware } from './middleware/retry.ts';
import { createSendMiddleware } from './middleware/send.ts';
import { type Counters, createTelemetryMiddleware } from './middleware/telemetry.ts';
import { createTimeLimitMiddleware } from './middleware/time-limit.ts';
import { createTraffic, type TrafficCounters } from './middleware/traffic.ts';
import { TransportFailure } from './middleware/transport-failure.ts';
import { DEFAULT_RETRY_LIMITS, type RetryLimits, readRetryAfter } from './retry-policy.ts';
import { createPutOffReads } from './traffic/put-off-reads.ts';

const VERSION = 'v1.0';
const DEFAULT_TIMEOUT_MS = 30_000;
/** SharePoint's allowance for a tenant of up to 1,000 licences. */
const DEFAULT_UNITS_PER_MINUTE = 1250;
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

export interface GraphClientOptions {
  /** `https://graph.microsoft.com/`, or the sandbox. Must be https: no token goes over anything else. */
  readonly baseUrl: string;
  readonly credential: TokenCredential;
  /** `Milepost/0.1.0`: tells Microsoft who calls, which gives priority when it is busy. */
  readonly appName: string;
  /** Who runs it, in the same header. Default: the part of `appName` before the slash. */
  readonly company?: string;
  /** Real time, also where the app's own clock is moved: it tells when tokens end. */
  readonly clock: { nowMs(): number };
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: GraphLog;
  readonly fetch?: typeof globalThis.fetch;
  /** Default: `https://graph.microsoft.com/.default`. */
  readonly scope?: string;
  /** For each try. Default 30 s. */
  readonly timeoutMs?: number;
  readonly retryLimits?: RetryLimits;
  /** SharePoint resource units that the tenant allows this app in a minute. Default 1,250: that of the smallest. */
  readonly unitsPerMinute?: number;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * All of Microsoft Graph that Milepost uses goes through one of these. Paths start with `/`, below the version, with
 * encoded values; links Graph gave us are taken as they are. Answers are JSON that nobody has checked yet;
 * `undefined` when there is none. Every method throws `GraphRequestError`, after the retries that can do no harm.
 */
export interface GraphClient {
  get(path: string, options?: CallOptions): Promise<unknown>;
  post(path: string, body: unknown, options?: CallOptions): Promise<unknown>;
  patch(path: string, body: unknown, options?: CallOptions): Promise<unknown>;
  /** Puts a file where `path` says, in place of what is there: the same however often it is done, so it may be repeated. */
  putBytes(path: string, bytes: Uint8Array, contentType: string): Promise<unknown>;
  /** A file's bytes as they are, also where Graph sends on to another host; no token goes there. */
  getBytes(path: string): Promise<Uint8Array>;
  delete(path: string, options?: CallOptions): Promise<void>;
  /** Several calls in as few requests as there can be; see `runBatch`. Never throws for what Graph does. */
  batch(parts: readonly BatchPart[]): Promise<readonly BatchAnswer[]>;
  /** What has been sent so far, what it cost, and what was held back. */
  counters(): Counters & TrafficCounters;
}

type Method = BatchPart['method'] | 'PUT';

/**
 * The one way to Microsoft Graph: Microsoft's client, with our own middleware for tokens, time-outs, counting,
 * retries, and for leaving the tenant's allowance alone.
 * @throws AppError `BAD_CONFIG` when `baseUrl` is not an https address
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { clock, sleep, log, retryLimits: limits = DEFAULT_RETRY_LIMITS } = options;
  const base = parseBaseUrl(options.baseUrl);
  const nowMs = () => clock.nowMs();
  const telemetry = createTelemetryMiddleware({ log, nowMs });
  const patience = createPatience(sleep);
  const unitsPerMinute = options.unitsPerMinute ?? DEFAULT_UNITS_PER_MINUTE;
  const traffic = createTraffic({ unitsPerMinute, limits, patience, nowMs, log });
  const putOffReads = createPutOffReads(nowMs);
  const client = Client.initWithMiddleware({
    baseUrl: base.href,
    defaultVersion: VERSION,
    customHosts: new Set([base.hostname]),
    middleware: [
      createRetryMiddleware({ limits, patience, nowMs, log }),
      createAuthMiddleware({ credential: options.credential, scope: options.scope ?? GRAPH_SCOPE, nowMs }),
      traffic.middleware,
      telemetry.middleware,
      createTimeLimitMiddleware(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
      createSendMiddleware(options.fetch ?? globalThis.fetch),
    ],
  });
  const userAgent = userAgentOf(options);

  async function ask(method: Method, path: string, body: unknown, { headers }: CallOptions = {}) {
    // RAW: the client's own reading throws away what an error answer says, and fails on empty 201 answers.
    const request = client
      .api(path)
      .responseType(ResponseType.RAW)
      .headers({ 'User-Agent': userAgent, 'client-request-id': crypto.randomUUID(), ...headers });
    const response = await send(method, path, () => {
      if (method === 'GET') return request.get();
      if (method === 'POST') return request.post(body);
      if (method === 'PUT') return request.put(body);
      return method === 'PATCH' ? request.patch(body) : request.delete();
    });
    if (response.ok) return response;
    const header = (name: string) => response.headers.get(name);
    const retryAfterMs = readRetryAfter(header, nowMs());
    const answer = parseJson(await response.text());
    throw refusal({ method, path, status: response.status, header, body: answer, retryAfterMs });
  }

  async function call(method: Method, path: string, body: unknown, callOptions?: CallOptions) {
    return parseJson(await (await ask(method, path, body, callOptions)).text());
  }

  return {
    get: (path, callOptions) => call('GET', path, undefined, callOptions),
    post: (path, body, callOptions) => call('POST', path, body, callOptions),
    patch: (path, body, callOptions) => call('PATCH', path, body, callOptions),
    delete: async (path, callOptions) => {
      await call('DELETE', path, undefined, callOptions);
    },
    putBytes: (path, bytes, contentType) =>
      // A Buffer of exactly these bytes: of any other view the client sends all that lies behind it.
      call('PUT', path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        headers: { 'Content-Type': contentType },
      }),
    getBytes: async (path) => new Uint8Array(await (await ask('GET', path, undefined)).arrayBuffer()),
    batch: (parts) =>
      runBatch(parts, {
        postEnvelope: (requests) => call('POST', '/$batch', { requests }),
        toRelative: (path) => relativeTo(base, path),
        sleep,
        nowMs,
        limits,
        log,
        pause: traffic.pause,
        putOffReads,
      }),
    counters: () => ({ ...telemetry.counters(), ...traffic.counters() }),
  };
}

async function send(method: Method, path: string, request: () => Promise<Response>): Promise<Response> {
  try {
    return await request();
  } catch (error) {
    throw error instanceof TransportFailure ? noAnswer(method, path, error) : error;
  }
}

/** Answers of proxies and of broken servers may be HTML; they count as empty. */
function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Path below the version; `null` for an address that isn't below `base`. */
function relativeTo(base: URL, path: string): string | null {
  if (!/^https?:/i.test(path)) return path.startsWith('/') ? path : `/${path}`;
  const prefix = new URL(`${VERSION}/`, base).href;
  return path.startsWith(prefix) ? path.slice(prefix.length - 1) : null;
}

/** Microsoft's form for software that isn't a vendor's product: it is served before undecorated traffic. */
function userAgentOf({ appName, company = appName.split('/')[0] }: GraphClientOptions): string {
  return `NONISV|${company}|${appName}`;
}

function parseBaseUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url?.protocol === 'https:') return url;
  throw new AppError({
    code: 'BAD_CONFIG',
    message: `The address of Microsoft Graph must start with https:// (it is "${baseUrl}"); the usual one is https://graph.microsoft.com/`,
  });
}
