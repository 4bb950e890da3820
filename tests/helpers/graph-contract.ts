import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: unknown }>>;
}

/** Graph's own contract, as far as it is known: OpenAPI 3.1, made from Microsoft's metadata and pages. */
const SLICE = JSON.parse(
  readFileSync(new URL('../fixtures/graph/graph-openapi-slice.json', import.meta.url), 'utf8'),
) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
};

const SLICE_ID = 'https://graph.example/slice';
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  validateFormats: false,
  // A test file compiles dozens of schemas and runs each a few hundred times: making them shorter takes longer.
  inlineRefs: false,
  code: { optimize: false },
});
ajv.addSchema(SLICE, SLICE_ID);

const TEMPLATES = Object.keys(SLICE.paths)
  .map((template) => ({ template, pattern: toPattern(template) }))
  // The most literal one first: `/items/delta` is not the item `delta`.
  .sort((one, other) => one.template.split('{').length - other.template.split('{').length);

/** An address may go on after the path of a site as it does after its id. */
const SITE_BY_PATH = /^\/sites\/[^/:]+:\/[^:]*:(?=\/)/;

/** A request to Graph. */
export interface GraphRequest {
  readonly method: string;
  /** Below the version, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** `undefined` = none. */
  readonly body: unknown;
}

/** What Graph answered to a request. */
export interface GraphResponse {
  readonly request: Pick<GraphRequest, 'method' | 'path' | 'body'>;
  readonly status: number;
  readonly body: unknown;
}

/** Why a request is not one that Graph takes; `null` when it is. Looks into batches. */
export function checkRequest(request: GraphRequest): string | null {
  const found = findOperation(request);
  if (found === null) return `${nameOf(request)} is no call of Graph`;
  return checkQuery(request, found.operation) ?? checkBody(request, found) ?? checkParts(request);
}

/** Why an answer is not one that Graph gives; `null` when it is. Looks into batches. */
export function checkResponse(response: GraphResponse): string | null {
  const { request, status } = response;
  const found = findOperation(request);
  // What nobody knows here is answered so.
  if (found === null) return status === 501 ? null : `${nameOf(request)} is not in the contract`;
  return checkAnswer(response, found) ?? (status === 200 ? checkAnsweredParts(response) : null);
}

/** A network that is looked at. */
export interface WatchedNetwork {
  readonly fetch: typeof globalThis.fetch;
  /** @throws Error naming everything that broke Graph's contract so far */
  assertKept(): void;
}

/**
 * Passes everything through and holds what goes to Graph and what comes from it against the contract.
 * @param only `responses` where requests are wrong on purpose. Default: both.
 */
export function watch(fetch: typeof globalThis.fetch, only: 'both' | 'responses' = 'both'): WatchedNetwork {
  const breaches = new Set<string>();
  const note = (breach: string | null) => {
    if (breach !== null) breaches.add(breach);
  };
  return {
    async fetch(input, init) {
      const request = readRequest(input, init);
      if (request !== null && only === 'both') note(checkRequest(request));
      const response = await fetch(input, init);
      if (request === null) return response;
      const text = await response.clone().text();
      note(checkResponse({ request, status: response.status, body: parseJson(text) }));
      return response;
    },
    assertKept() {
      if (breaches.size > 0) throw new Error(`Graph’s contract was broken:\n${[...breaches].join('\n')}`);
    },
  };
}

interface Found {
  readonly template: string;
  readonly method: string;
  readonly operation: Operation;
}

function findOperation({ method, path }: Pick<GraphRequest, 'method' | 'path'>): Found | null {
  const name = method.toLowerCase();
  const byId = path.replace(SITE_BY_PATH, '/sites/by-path');
  for (const { template, pattern } of TEMPLATES) {
    const operation = SLICE.paths[template]?.[name];
    if (operation !== undefined && pattern.test(byId)) return { template, method: name, operation };
  }
  return null;
}

function checkQuery(request: GraphRequest, { parameters = [] }: Operation): string | null {
  const known = new Set(
    parameters.map(
      ({ $ref, name }) => SLICE.components.parameters[$ref?.split('/').at(-1) ?? '']?.name ?? name,
    ),
  );
  const unknown = [...request.query.keys()].find((name) => !known.has(name) && name !== '$skiptoken');
  return unknown === undefined ? null : `${nameOf(request)} takes no ${unknown}`;
}

function checkBody(request: GraphRequest, { template, method, operation }: Found): string | null {
  if (operation.requestBody === undefined)
    return request.body === undefined ? null : `${nameOf(request)} takes no body`;
  const breach = validate(['paths', template, method, 'requestBody'], withTunnel(request.body));
  return breach === null ? null : `${nameOf(request)}: ${breach}`;
}

/** An address of this machine stands for the https one of the tunnel that would lead to it. */
function withTunnel(body: unknown): unknown {
  const tunnelled = ([name, value]: [string, unknown]) => [
    name,
    /notificationUrl$/i.test(name)
      ? String(value).replace(/^http:\/\/127\.0\.0\.1\b/, 'https://tunnel.example')
      : value,
  ];
  return typeof body === 'object' && body !== null && 'notificationUrl' in body
    ? Object.fromEntries(Object.entries(body).map(tunnelled))
    : body;
}

function checkParts({ path, body }: GraphRequest): string | null {
  if (path !== '/$batch') return null;
  for (const part of partsOf(body)) {
    const breach = checkRequest(part);
    if (breach !== null) return breach;
  }
  return null;
}

function checkAnswer({ request, status, body }: GraphResponse, found: Found): string | null {
  const { template, method, operation } = found;
  const family = `${Math.floor(status / 100)}XX`;
  const key = operation.responses[String(status)] === undefined ? family : String(status);
  const response = operation.responses[key];
  if (response === undefined) return `${nameOf(request)} never answers ${status}`;
  if (response.$ref === undefined && response.content === undefined)
    return body === undefined ? null : `${nameOf(request)} answers ${status} without a body`;
  const breach = validate(
    response.$ref === undefined
      ? ['paths', template, method, 'responses', key]
      : response.$ref.replace('#/', '').split('/'),
    template.endsWith('/delta') ? withoutFaults(body) : body,
  );
  return breach === null ? null : `${nameOf(request)} ${status}: ${breach}`;
}

/**
 * Graph has put error objects among the rows of a page.
 * @see https://github.com/microsoftgraph/msgraph-sdk-typescript/issues/544
 */
function withoutFaults(body: unknown): unknown {
  const { value } = body as { value?: unknown };
  if (!Array.isArray(value)) return body;
  return { ...(body as object), value: value.filter((row: object) => !('error' in row)) };
}

function checkAnsweredParts({ request, body }: GraphResponse): string | null {
  if (request.path !== '/$batch') return null;
  const asked = new Map(partsOf(request.body).map((part) => [part.id, part] as const));
  const { responses } = body as { responses: readonly { id: string; status: number; body?: unknown }[] };
  if (responses.length !== asked.size) return `$batch answers ${responses.length} of ${asked.size} parts`;
  for (const { id, status, body: partBody } of responses) {
    const part = asked.get(id);
    if (part === undefined) return `$batch answers a part ${id} that nobody asked for`;
    const found = findOperation(part);
    const breach = found === null ? null : checkAnswer({ request: part, status, body: partBody }, found);
    if (breach !== null) return `$batch: ${breach}`;
  }
  return null;
}

function partsOf(body: unknown): (GraphRequest & { readonly id: string })[] {
  const { requests } = body as {
    requests: readonly { id: string; method: string; url: string; body?: unknown }[];
  };
  return requests.map(({ id, method, url, body: partBody }) => {
    const { pathname, searchParams } = new URL(url, 'https://localhost');
    return { id, method, path: pathname, query: searchParams, body: partBody };
  });
}

/** Why a value is not what stands at a place of the slice; `null` when it is. */
function validate(place: readonly string[], value: unknown): string | null {
  const pointer = [...place, 'content', 'application/json', 'schema'].map(escapePointer).join('/');
  const check = ajv.getSchema(`${SLICE_ID}#/${pointer}`);
  if (check === undefined) return `no schema at ${pointer}`;
  return check(value) ? null : ajv.errorsText(check.errors);
}

/** `null` for what does not go to Graph, such as signing in. */
function readRequest(input: string | URL | Request, init: RequestInit | undefined): GraphRequest | null {
  const url = new URL(input instanceof Request ? input.url : input);
  const path = /^\/v1\.0(\/.*)$/.exec(url.pathname)?.[1];
  if (path === undefined) return null;
  const method = init?.method ?? 'GET';
  const body = typeof init?.body === 'string' ? parseJson(init.body) : undefined;
  return { method, path, query: url.searchParams, body };
}

/** What is no JSON counts as none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nameOf({ method, path }: Pick<GraphRequest, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function toPattern(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  const body = escaped
    .replace('{server-relative-path}', '.+')
    .replace('{hostname}', '[^/,:]+')
    .replace('{item-path}', '[^:]+')
    .replaceAll(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${body}$`);
}
