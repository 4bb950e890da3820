import type { LoggedRequest, NumberedRequest } from '../../sandbox/core/request-log.ts';
import type { Installation } from './installation.ts';
import { fetchJson } from './json.ts';

/** What Graph was asked for, apart from the regular reading of changes. */
export interface GraphCost {
  readonly requests: number;
  readonly resourceUnits: number;
  /** Requests that only ask what changed in the lists: they come by the clock, whatever people do. */
  readonly pollRequests: number;
  readonly pollUnits: number;
  /** `POST /$batch (PATCH, POST)`, for the reader. */
  readonly what: readonly string[];
}

const DELTA_PATH = /\/items\/delta\b/;

/** Runs `work`; answers what it returned and what Graph was asked for meanwhile. */
export async function countGraph<Result>(
  { sandboxUrl }: Pick<Installation, 'sandboxUrl'>,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly cost: GraphCost }> {
  const { result, requests } = await logOf({ sandboxUrl }, work);
  return { result, cost: costOf(requests) };
}

/** Runs `work`; answers what it returned and every request that the sandbox got meanwhile. */
export async function logOf<Result>(
  { sandboxUrl }: Pick<Installation, 'sandboxUrl'>,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly requests: readonly LoggedRequest[] }> {
  const url = `${sandboxUrl}/sandbox/log`;
  const last = (await fetchJson<NumberedRequest[]>(url)).at(-1)?.sequence ?? 0;
  const result = await work();
  return { result, requests: await fetchJson<NumberedRequest[]>(`${url}?after=${last}`) };
}

/** Adds up a stretch of the sandbox's log. */
export function costOf(requests: readonly LoggedRequest[]): GraphCost {
  const graph = graphRequestsOf(requests);
  const polls = graph.filter(isPoll);
  const others = graph.filter((request) => !isPoll(request));
  return {
    requests: others.length,
    resourceUnits: unitsOf(others),
    pollRequests: polls.length,
    pollUnits: unitsOf(polls),
    what: others.map(describe),
  };
}

/** What Milepost asked of Graph: the benchmark's own reading and writing of the lists goes to another address. */
export function graphRequestsOf(requests: readonly LoggedRequest[]): readonly LoggedRequest[] {
  return requests.filter(({ area, path }) => area === 'graph' && path.startsWith('/v1.0/'));
}

/** How many lists were asked what changed in them, page by page. */
export function countDeltaCalls(requests: readonly LoggedRequest[]): number {
  return requests.flatMap(pathsOf).filter((path) => DELTA_PATH.test(path)).length;
}

function isPoll(request: LoggedRequest): boolean {
  return pathsOf(request).every((path) => DELTA_PATH.test(path));
}

function pathsOf({ path, parts = [] }: LoggedRequest): readonly string[] {
  return parts.length === 0 ? [path] : parts.map((part) => part.path);
}

function unitsOf(requests: readonly LoggedRequest[]): number {
  return requests.reduce((sum, { resourceUnits = 0 }) => sum + resourceUnits, 0);
}

function describe({ method, path, parts = [] }: LoggedRequest): string {
  const name = path.replace(/\?.*$/, '').split('/').at(-1) ?? path;
  return parts.length === 0
    ? `${method} ${name}`
    : `${method} ${name} (${parts.map((part) => part.method).join(', ')})`;
}
