import type { Workload } from './traffic/state.ts';

/** What a call is, for counting. */
export type CallKind = 'row' | 'rows' | 'delta' | 'write' | 'permissions' | 'directory';

/** A call's kind and what it costs of SharePoint's allowance. */
export interface CallPrice {
  readonly kind: CallKind;
  readonly resourceUnits: number;
}

/** Whose throttling a call is subject to. */
export const workloadOf = (method: string, address: string): Workload =>
  priceCall(method, address).kind === 'directory' ? 'rest' : 'sharepoint';

/** What a request costs; a batch, what its parts cost, each by itself. */
export function pricesOf(method: string, address: string, body: unknown): readonly CallPrice[] {
  if (!address.endsWith('/$batch') || typeof body !== 'string') return [priceCall(method, address)];
  const { requests } = JSON.parse(body) as { requests: readonly { method: string; url: string }[] };
  return requests.map((part) => priceCall(part.method, part.url));
}

/** `/lists/x/items/7`, `/lists/x`, `/sites/y`, a library, a document: one thing rather than a collection. */
const SINGLE_PATTERN = /\/(?:items|lists|sites|columns)\/[^/]+$|\/drive$|:\/content$/;

/**
 * What SharePoint charges for a call: one thing 1, a collection 2, a delta 1 with a token and 2 without, a write 2,
 * anything about permissions 5.
 * Calls that aren't SharePoint's have limits of their own and cost none of it.
 * @see https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 */
export function priceCall(method: string, address: string): CallPrice {
  const [path = '', query = ''] = address.split('?', 2);
  if (!/(^|\/)(?:sites|drives)\//.test(path)) return { kind: 'directory', resourceUnits: 0 };
  if (/\/permissions(\/|$)/.test(path)) return { kind: 'permissions', resourceUnits: 5 };
  if (method !== 'GET') return { kind: 'write', resourceUnits: 2 };
  if (path.endsWith('/delta')) {
    const hasToken = /(^|&)(?:\$(?:skip|delta))?token=/i.test(query);
    return { kind: 'delta', resourceUnits: hasToken ? 1 : 2 };
  }
  return SINGLE_PATTERN.test(path) ? { kind: 'row', resourceUnits: 1 } : { kind: 'rows', resourceUnits: 2 };
}
