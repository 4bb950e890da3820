import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import type { Route, SandboxRequest, SandboxResponse } from '../core/http.ts';
import { TokenError } from '../core/identity.ts';
import type { LoggedPart } from '../core/request-log.ts';
import type { World } from '../core/world.ts';
import { openTeamsTables } from '../teams/tables.ts';
import { type Actor, readActor } from './actor.ts';
import { formAnswer, type RequestIds } from './answer.ts';
import { runBatch } from './batch.ts';
import { badRequest, GraphError } from './graph-error.ts';
import type { Graph, GraphAnswer } from './operation.ts';
import { type GraphRequest, runOperation } from './run-operation.ts';
import { openGraphStore } from './store/store.ts';
import { sayRateLimit, strikeOutage } from './throttle.ts';

/** Microsoft Graph under `base` (`/v1.0`): SharePoint lists and documents, people, teams and `$batch`. */
export function graphRoutes(world: World, base: string): Route[] {
  openTeamsTables(world.db);
  const graph: Graph = { world, store: openGraphStore(world.db) };
  return [
    {
      method: '*',
      path: `${base}/*`,
      area: 'graph',
      handler: (request) => answerRequest(graph, { request, base }),
    },
  ];
}

/** Part of Graph's answers whatever they are. */
const COMMON_HEADERS = {
  'Strict-Transport-Security': 'max-age=31536000',
  'x-ms-ags-diagnostic': JSON.stringify({
    ServerInfo: { DataCenter: 'Sandbox', Slice: 'E', Ring: '5', ScaleUnit: '001', RoleInstance: 'SANDBOX' },
  }),
  Vary: 'Accept-Encoding',
};

/** How late answers come under `graph-slow` when the fault does not say. */
const SLOW_MS = 1_000;

interface IncomingCall {
  readonly request: SandboxRequest;
  readonly base: string;
}

async function answerRequest(graph: Graph, { request, base }: IncomingCall): Promise<SandboxResponse> {
  const requestId = randomUUID();
  const clientRequestId = String(request.headers['client-request-id'] ?? requestId);
  const ids = { requestId, clientRequestId };
  const { answer, resourceUnits, parts } = await run(graph, { request, base, ids });
  const { status, headers, body } = formAnswer(answer, ids);
  const isServed = resourceUnits > 0 && status < 400;
  return {
    status,
    headers: {
      ...COMMON_HEADERS,
      'request-id': requestId,
      'client-request-id': clientRequestId,
      ...(isServed ? sayRateLimit(graph.world) : {}),
      ...headers,
    },
    body,
    resourceUnits,
    parts,
    cut: isWritten({ request, status, parts }) && graph.world.faults.strike('graph-reset') !== undefined,
  };
}

/** Whether a request changed something, by itself or by one of its parts. */
function isWritten({
  request: { method },
  status,
  parts = [{ method, status }],
}: {
  request: SandboxRequest;
  status: number;
  parts?: readonly Pick<LoggedPart, 'method' | 'status'>[];
}): boolean {
  return parts.some((part) => part.method !== 'GET' && part.status < 400);
}

interface Ran {
  readonly answer: GraphAnswer | GraphError;
  readonly resourceUnits: number;
  readonly parts?: readonly LoggedPart[];
}

async function run(graph: Graph, { request, base, ids }: IncomingCall & { ids: RequestIds }): Promise<Ran> {
  const slow = graph.world.faults.strike('graph-slow');
  if (slow !== undefined) await sleep(slow.ms ?? SLOW_MS);
  try {
    const actor = await authenticate(graph.world, request);
    strikeOutage(graph.world);
    const graphRequest = readRequest({ request, base, actor });
    if (graphRequest.path !== '/$batch') return await runOperation(graph, graphRequest);
    if (graphRequest.method !== 'POST') throw badRequest('A batch is sent by POST.');
    const { answer, parts } = await runBatch(graph, { request: graphRequest, ids });
    // Batching saves round trips, not quota: every part is charged.
    return { answer, parts, resourceUnits: parts.reduce((sum, part) => sum + part.resourceUnits, 0) };
  } catch (error) {
    if (error instanceof GraphError) return { answer: error, resourceUnits: 0 };
    throw error;
  }
}

async function authenticate(world: World, { headers }: SandboxRequest): Promise<Actor> {
  try {
    return readActor(await world.identity.verifyToken(headers.authorization, 'graph'), world.directory);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    throw new GraphError({
      status: 401,
      code: 'InvalidAuthenticationToken',
      message: error.message,
      headers: {
        'WWW-Authenticate': `Bearer realm="", authorization_uri="https://localhost:${world.config.graphPort}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`,
      },
    });
  }
}

function readRequest({ request, base, actor }: IncomingCall & { actor: Actor }): GraphRequest {
  const scheme = (request.raw.socket as TLSSocket).encrypted ? 'https' : 'http';
  const { method, query, headers } = request;
  return {
    method,
    path: request.path.slice(base.length).replace(/(.)\/$/, '$1'),
    query,
    headers: headers as Record<string, string | undefined>,
    body: readBody(request),
    actor,
    // Links must be on the address the client called, or it sends them no token.
    base: `${scheme}://${headers.host}${base}`,
  };
}

function readBody({ method, path, body, headers }: SandboxRequest): unknown {
  if (body.length === 0) return undefined;
  if (method === 'PUT' && path.endsWith('/content')) return body;
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  try {
    if (isJson) return JSON.parse(body.toString('utf8'));
  } catch {
    // Answered below, as a body of another type is.
  }
  throw badRequest(
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );
}
