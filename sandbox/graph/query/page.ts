import { invalidRequest } from '../graph-error.ts';

/** SharePoint's page when `$top` is not given. */
const DEFAULT_PAGE_SIZE = 200;

/** A larger `$top` is cut to this, not refused. */
const MAX_PAGE_SIZE = 5_000;

/**
 * Reads `$top`.
 * @throws GraphError 400 when it is not a whole number above 0.
 */
export function readPageSize(query: URLSearchParams): number {
  const text = query.get('$top');
  if (text === null) return DEFAULT_PAGE_SIZE;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1)
    throw invalidRequest(`The value '${text}' of $top is not a whole number above 0.`);
  return Math.min(size, MAX_PAGE_SIZE);
}

/** Where the next page begins: after an item's number, and past so many rows of a filtered or ordered query. */
export interface PageStart {
  readonly afterId: number;
  readonly offset: number;
}

/** Reads `$skiptoken`; the beginning when absent. */
export function readSkipToken(query: URLSearchParams): PageStart {
  const token = query.get('$skiptoken');
  if (token === null) return { afterId: 0, offset: 0 };
  const values = new URLSearchParams(Buffer.from(token, 'base64url').toString('utf8'));
  const afterId = Number(values.get('p_ID'));
  const offset = Number(values.get('p_Offset'));
  if (values.get('Paged') !== 'TRUE' || !Number.isInteger(afterId) || !Number.isInteger(offset))
    throw invalidRequest('The $skiptoken is not one that this API returned.');
  return { afterId, offset };
}

/** The token of a page's start, which clients must not read into. */
export function formatSkipToken({ afterId, offset }: PageStart): string {
  return Buffer.from(`Paged=TRUE&p_ID=${afterId}&p_Offset=${offset}`).toString('base64url');
}

/** An address of this API with other query options, keeping the rest. */
export function linkTo(
  { base, path, query }: { base: string; path: string; query: URLSearchParams },
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const options = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) options.delete(name);
    else options.set(name, value);
  }
  // OData's own characters stay readable, as they do in Graph's links.
  const text = [...options]
    .map(
      ([name, value]) =>
        `${name}=${encodeURIComponent(value).replace(/%(24|2C|28|29|3D)/g, decodeURIComponent)}`,
    )
    .join('&');
  return `${base}${path}${text === '' ? '' : `?${text}`}`;
}
