import { fingerprintOf } from '../core/fingerprint.ts';
import type { LoggedPart } from '../core/request-log.ts';
import { readRetryAfterSeconds } from '../core/retry-after.ts';
import { formAnswer, type RequestIds } from './answer.ts';
import { badRequest, GraphError } from './graph-error.ts';
import { type Graph, type GraphAnswer, readObject } from './operation.ts';
import { type GraphRequest, runOperation } from './run-operation.ts';

/** Graph's most requests in one batch. */
const MAX_PARTS = 20;

interface Part {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
}

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export interface RanBatch {
  readonly answer: GraphAnswer;
  readonly parts: readonly LoggedPart[];
}

/**
 * Runs the parts of a `$batch` one by one, each in a transaction of its own: a batch is not atomic. Answers come in
 * another order than the requests, as Graph's do.
 * @throws GraphError 400 for a malformed envelope; parts fail inside an answer of 200
 */
export async function runBatch(
  graph: Graph,
  { request, ids }: { request: GraphRequest; ids: RequestIds },
): Promise<RanBatch> {
  const parts = parseParts(request.body);
  const answers = new Map<string, PartAnswer>();
  const logged: LoggedPart[] = [];
  for (const part of orderByDependency(parts)) {
    const hasFailed = part.dependsOn.some((id) => (answers.get(id)?.status ?? 424) >= 400);
    const { answer, resourceUnits } = hasFailed
      ? { answer: failedDependency(), resourceUnits: 0 }
      : await runOperation(graph, { ...part, actor: request.actor, base: request.base });
    const { status, headers, body } = formAnswer(answer, ids);
    // A part without content has no headers either: the client's batch helper refuses them.
    answers.set(
      part.id,
      body === undefined ? { id: part.id, status } : { id: part.id, status, headers, body },
    );
    logged.push({
      ...describePart(part),
      status,
      resourceUnits,
      retryAfterSeconds: readRetryAfterSeconds(headers, Date.now()),
    });
  }
  return { answer: { status: 200, body: { responses: [...answers.values()].reverse() } }, parts: logged };
}

/** What the log tells of a part, whatever came of it. */
function describePart({ id, method, path, query, headers, body }: Part) {
  const address = query.size === 0 ? path : `${path}?${query}`;
  return {
    id,
    method,
    path: address,
    fingerprint: fingerprintOf({ method, path: address, body: JSON.stringify(body ?? null) }),
    clientRequestId: headers['client-request-id'],
  };
}

function failedDependency(): GraphError {
  return new GraphError({
    status: 424,
    code: 'FailedDependency',
    message: 'Failed Dependency',
    hasInnerError: false,
  });
}

function parseParts(body: unknown): Part[] {
  const requests = readObject(body)?.requests;
  if (!Array.isArray(requests) || requests.length === 0) throw invalidBatch();
  if (requests.length > MAX_PARTS)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${MAX_PARTS}.`);
  const parts = requests.map(parsePart);
  const ids = new Set(parts.map(({ id }) => id.toLowerCase()));
  if (ids.size < parts.length) throw badRequest('The request ids of a batch must be unique.');
  const unknown = parts.flatMap(({ dependsOn }) => dependsOn).find((id) => !ids.has(id.toLowerCase()));
  if (unknown !== undefined)
    throw badRequest(`A request depends on '${unknown}', which is not in the batch.`);
  return parts;
}

function parsePart(entry: unknown): Part {
  const given = readObject(entry) ?? {};
  const { id, method, url, body, dependsOn = [] } = given;
  const headers = readHeaders(given.headers);
  const isWhole =
    typeof id === 'string' &&
    id !== '' &&
    typeof method === 'string' &&
    typeof url === 'string' &&
    Array.isArray(dependsOn) &&
    dependsOn.every((name) => typeof name === 'string');
  if (!isWhole || headers === undefined) throw invalidBatch();
  // The address is relative to the version, without naming it.
  if (/^https?:/i.test(url) || /^\/?(v1\.0|beta)(\/|$)/i.test(url)) throw invalidBatch();
  if (body !== undefined && body !== null && headers['content-type'] === undefined)
    throw badRequest(`The request '${id}' has a body and no Content-Type header.`);
  const [path = '', queryText = ''] = `/${url.replace(/^\//, '')}`.split(/\?(.*)/s);
  const query = new URLSearchParams(queryText);
  return { id, method: method.toUpperCase(), path, query, headers, body: body ?? undefined, dependsOn };
}

function readHeaders(given: unknown): Record<string, string> | undefined {
  if (given === undefined || given === null) return {};
  const entries = Object.entries(readObject(given) ?? { invalid: undefined });
  if (!entries.every(([, value]) => typeof value === 'string')) return undefined;
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Each part after those it depends on, otherwise as given. */
function orderByDependency(parts: readonly Part[]): Part[] {
  const ordered: Part[] = [];
  let waiting = [...parts];
  while (waiting.length > 0) {
    const done = new Set(ordered.map(({ id }) => id.toLowerCase()));
    const ready = waiting.filter(({ dependsOn }) => dependsOn.every((id) => done.has(id.toLowerCase())));
    if (ready.length === 0) throw badRequest('The requests of the batch depend on each other in a circle.');
    ordered.push(...ready);
    waiting = waiting.filter((part) => !ready.includes(part));
  }
  return ordered;
}

function invalidBatch(): GraphError {
  return badRequest('Invalid batch payload format.');
}
