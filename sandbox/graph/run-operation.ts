import { matchPath } from '../core/route-match.ts';
import type { Actor } from './actor.ts';
import { resolveDrivePath } from './drive/drive-address.ts';
import { badRequest, GraphError, notImplemented, resourceModified } from './graph-error.ts';
import type { Graph, GraphAnswer, GraphCall, Operation } from './operation.ts';
import { OPERATIONS } from './operations/all.ts';
import { checkPermission } from './permissions.ts';
import { resolveSitePath } from './site-path.ts';
import { strikeThrottle } from './throttle.ts';

/** A request before it is known what it asks for. */
export interface GraphRequest {
  readonly method: string;
  /** Path after the version, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, or the bytes of a document; undefined without a body. */
  readonly body: unknown;
  readonly actor: Actor;
  readonly base: string;
}

/** An answer with what it cost; refused requests cost as much. */
export interface RanOperation {
  readonly answer: GraphAnswer | GraphError;
  readonly resourceUnits: number;
}

/** Does what a request asks for, in one transaction. Refusals are answers; only a fault of the sandbox throws. */
export async function runOperation(graph: Graph, request: GraphRequest): Promise<RanOperation> {
  let resourceUnits = 0;
  try {
    const { operation, call } = findOperation(graph, request);
    resourceUnits = typeof operation.units === 'number' ? operation.units : operation.units(call);
    checkPermission(graph, { operation, call });
    strikeThrottle(graph.world, { isSharePoint: resourceUnits > 0 });
    if (operation.isItemChange && graph.world.faults.strike('graph-conflict') !== undefined)
      throw resourceModified(409);
    await operation.before?.(graph, call);
    const answer =
      operation.method === 'GET'
        ? operation.handle(graph, call)
        : graph.store.transaction(() => operation.handle(graph, call));
    if (operation.method !== 'GET') graph.world.events.emit('lists');
    return { answer, resourceUnits };
  } catch (error) {
    if (error instanceof GraphError) return { answer: error, resourceUnits };
    throw error;
  }
}

function findOperation(graph: Graph, request: GraphRequest): { operation: Operation; call: GraphCall } {
  const path = resolveDrivePath(resolveSitePath(graph.world, decodePath(request.path)));
  const segments = path.split('/');
  for (const operation of OPERATIONS) {
    if (operation.method !== request.method) continue;
    const params = matchPath(operation.path.split('/'), segments);
    if (params !== undefined) return { operation, call: { ...request, path, params } };
  }
  throw notImplemented(`${request.method} ${request.path}`);
}

/** Commas and colons of ids may come encoded. */
function decodePath(path: string): string {
  try {
    return path.replace(/%(3A|2C)/gi, decodeURIComponent);
  } catch {
    throw badRequest('The address is badly encoded.');
  }
}
