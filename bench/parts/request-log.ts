import type { LoggedRequest } from '../../sandbox/core/request-log.ts';
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
  const url = `${sandboxUrl}/sandbox/log`;
  // Counted, not timed: an entry bears the time at which its answer was sent, and two may bear the same.
  const before = (await fetchJson<LoggedRequest[]>(url)).length;
  const result = await work();
  const requests = (await fetchJson<LoggedRequest[]>(url)).slice(before);
  return { result, cost: costOf(requests) };
}

/** Adds up a stretch of the sandbox's log. */
export function costOf(requests: readonly LoggedRequest[]): GraphCost {
  // The benchmark's own reading of the lists goes to another address than Milepost's.
  const graph = requests.filter(({ area, path }) => area === 'graph' && path.startsWith('/v1.0/'));
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

function isPoll({ path, parts }: LoggedRequest): boolean {
  const paths = parts === undefined || parts.length === 0 ? [path] : parts.map((part) => part.path);
  return paths.every((one) => DELTA_PATH.test(one));
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
