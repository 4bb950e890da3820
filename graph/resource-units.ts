/** What a call is, for counting. */
export type CallKind = 'row' | 'rows' | 'delta' | 'write' | 'directory';

/** A call's kind and what it costs of SharePoint's allowance. */
export interface CallPrice {
  readonly kind: CallKind;
  readonly resourceUnits: number;
}

/** `/lists/x/items/7`, `/lists/x`, `/sites/y`: one thing rather than a collection. */
const SINGLE_PATTERN = /\/(?:items|lists|sites|columns)\/[^/]+$/;

/**
 * What SharePoint charges for a call: one thing 1, a collection 2, a delta 1 with a token and 2 without, a write 2.
 * Calls that aren't SharePoint's have limits of their own and cost none of it.
 * @see https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 */
export function priceCall(method: string, address: string): CallPrice {
  const [path = '', query = ''] = address.split('?', 2);
  if (!/(^|\/)sites\//.test(path)) return { kind: 'directory', resourceUnits: 0 };
  if (method !== 'GET') return { kind: 'write', resourceUnits: 2 };
  if (path.endsWith('/delta')) {
    const hasToken = /(^|&)(?:\$(?:skip|delta))?token=/i.test(query);
    return { kind: 'delta', resourceUnits: hasToken ? 1 : 2 };
  }
  return SINGLE_PATTERN.test(path) ? { kind: 'row', resourceUnits: 1 } : { kind: 'rows', resourceUnits: 2 };
}
