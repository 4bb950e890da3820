import { GraphError, invalidRequest, notImplemented } from '../graph-error.ts';

/** What `$expand=fields(...)` asks for; `select` is absent when all fields are wanted. */
export interface FieldsExpansion {
  readonly select: readonly string[] | undefined;
}

/** `$select`, as a list of names. */
export function readSelect(query: URLSearchParams): readonly string[] | undefined {
  const text = query.get('$select');
  return text === null ? undefined : splitNames(text);
}

/** The entries of `$expand`, with what stands in their brackets. */
export function readExpand(query: URLSearchParams): Map<string, string> {
  const entries = new Map<string, string>();
  for (const entry of splitOutsideBrackets(query.get('$expand') ?? '')) {
    const [, name = entry, inner = ''] = /^([^(]+)(?:\((.*)\))?$/s.exec(entry) ?? [];
    entries.set(name.trim(), inner);
  }
  return entries;
}

/**
 * `$expand=fields` or `$expand=fields($select=A,B)`; undefined when fields were not asked for.
 * @throws GraphError 501 for another expansion than those of `allowed`.
 */
export function readFieldsExpansion(
  query: URLSearchParams,
  allowed = ['fields'],
): FieldsExpansion | undefined {
  const expand = readExpand(query);
  for (const name of expand.keys()) if (!allowed.includes(name)) throw notImplemented(`$expand=${name}`);
  const inner = expand.get('fields');
  return inner === undefined ? undefined : parseFieldsOptions(inner);
}

/** The inside of `fields(...)`. */
export function parseFieldsOptions(inner: string): FieldsExpansion {
  if (inner.trim() === '') return { select: undefined };
  const names = /^\s*\$select=(.*)$/s.exec(inner)?.[1];
  if (names === undefined) throw notImplemented(`$expand=fields(${inner})`);
  return { select: splitNames(names) };
}

/**
 * Refuses query options that the address does not take. Names without `$` are refused as SharePoint does.
 * @throws GraphError 400
 */
export function checkOptions(query: URLSearchParams, allowed: readonly string[]): void {
  for (const name of query.keys()) {
    if (allowed.includes(name)) continue;
    if (name === '$count')
      throw invalidRequest(
        '$count is not supported on this API. Only URLs returned by the API can be used to page.',
      );
    if (name === '$skip')
      throw invalidRequest(
        '$skip is not supported on this API. Only URLs returned by the API can be used to page.',
      );
    if (name.startsWith('$')) throw notImplemented(`the query option ${name} here`);
    throw new GraphError({
      status: 400,
      code: 'badArgument',
      message: `The query option '${name}' is not recognized.`,
    });
  }
}

/** Only the members that were selected; OData's own stay. */
export function pickMembers<T extends Record<string, unknown>>(
  body: T,
  select: readonly string[] | undefined,
): Partial<T> {
  if (select === undefined) return body;
  const kept = Object.entries(body).filter(
    ([name]) =>
      name.startsWith('@') || select.includes(name) || name === 'fields' || name.startsWith('fields@'),
  );
  return Object.fromEntries(kept) as Partial<T>;
}

function splitNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].filter((entry) => entry.trim() !== '');
}
