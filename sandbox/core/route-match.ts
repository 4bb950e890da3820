/** What a route is found by. */
interface Matchable {
  readonly method: string;
  readonly path: string;
}

export interface RouteMatch<R extends Matchable> {
  readonly route: R;
  readonly params: Record<string, string>;
}

/** The first route whose method and path fit; undefined when none does or the path is badly encoded. */
export function findRoute<R extends Matchable>(
  routes: readonly R[],
  { method, path }: Matchable,
): RouteMatch<R> | undefined {
  const segments = path.split('/');
  for (const route of routes) {
    if (!isMethod(route.method, method)) continue;
    const params = matchPath(route.path.split('/'), segments);
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

function isMethod(wanted: string, method: string): boolean {
  return wanted === '*' || wanted === method || (wanted === 'GET' && method === 'HEAD');
}

/** The decoded `:names` of a path that fits the pattern; undefined when it does not fit. */
export function matchPath(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    if (wanted === '*' && index === pattern.length - 1) {
      const rest = decode(segments.slice(index).join('/'));
      if (rest === undefined) return undefined;
      params['*'] = rest;
      return params;
    }
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (!wanted.startsWith(':')) {
      if (wanted !== segment) return undefined;
      continue;
    }
    const value = decode(segment);
    if (value === undefined || value === '') return undefined;
    params[wanted.slice(1)] = value;
  }
  return pattern.length === segments.length ? params : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
