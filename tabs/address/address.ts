import { isItemColour } from '../../plan/filter/colours.ts';
import { type ItemFilter, isItemList, isShow, isStage, NO_FILTER } from '../../plan/filter/filter.ts';
import { formatSort, type ItemSort, parseSort } from '../../plan/filter/sort.ts';
import { isView, type View } from '../../plan/filter/views.ts';
import type { ItemRef } from '../../plan/plan.ts';

/** What the page shows, as its address says it: `#plan=alp&view=items&colour=Red&item=Recommendations/3`. */
export interface Address extends ItemFilter {
  readonly planId: string | null;
  readonly view: View;
  /** The item whose story is open. */
  readonly item: ItemRef | null;
  /** The past day shown, `YYYY-MM-DD`; `null`: now. The server judges whether it is one. */
  readonly on: string | null;
  /** Changes are told since that day; `null`: as the server sees fit. */
  readonly since: string | null;
  /**
   * Which part of the settings, and what of it is open: `groups`, `groups/send`. Which section of a board report is being
   * edited.
   */
  readonly section: string | null;
  /** Key of the board report that is open. */
  readonly report: string | null;
  /** Its posted version, a number; `null`: its draft, else what was posted last. */
  readonly version: string | null;
  /** As what the report is shown, `card` or `note` for one; `null`: section by section. */
  readonly paper: string | null;
  /** The order of items; `null`: as they are numbered. */
  readonly sort: ItemSort | null;
}

const HOME: Address = {
  planId: null,
  view: 'plan',
  item: null,
  on: null,
  since: null,
  section: null,
  report: null,
  version: null,
  paper: null,
  sort: null,
  ...NO_FILTER,
};

/** What changes on the way to another plan: days, items and filters are those of one plan. */
export function toPlan(planId: string): Partial<Address> {
  return { ...NO_FILTER, planId, item: null, on: null, since: null };
}

/** Reads a hash, with or without `#`. What it cannot read it leaves out. */
export function parseAddress(hash: string): Address {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const known = <Known extends string>(name: string, isKnown: (text: string) => text is Known) => {
    const text = params.get(name);
    return text !== null && isKnown(text) ? text : null;
  };
  return {
    planId: params.get('plan') || null,
    view: known('view', isView) ?? HOME.view,
    item: parseItem(params.get('item')),
    on: params.get('on') || null,
    since: params.get('since') || null,
    section: params.get('section') || null,
    report: params.get('report') || null,
    version: params.get('version') || null,
    paper: params.get('paper') || null,
    list: known('list', isItemList),
    theme: params.get('theme') || null,
    group: params.get('group') || null,
    colour: known('colour', isItemColour),
    stage: known('stage', isStage),
    show: known('show', isShow),
    text: params.get('text') || null,
    sort: parseSort(params.get('sort') ?? ''),
  };
}

/** The hash for an address, starting with `#`; `''` for one that says nothing. */
export function formatAddress({ planId, view, item, sort, ...rest }: Address): string {
  const params = new URLSearchParams();
  if (planId) params.set('plan', planId);
  if (view !== HOME.view) params.set('view', view);
  for (const name of [
    'on',
    'since',
    'section',
    'report',
    'version',
    'paper',
    'list',
    'theme',
    'group',
    'colour',
    'stage',
    'show',
    'text',
  ] as const) {
    const value = rest[name];
    if (value) params.set(name, value);
  }
  if (sort) params.set('sort', formatSort(sort));
  if (item) params.set('item', `${item.list}/${item.key}`);
  const text = params.toString().replaceAll('%2F', '/');
  return text === '' ? '' : `#${text}`;
}

/**
 * Where a deep link leads: `<plan>`, or `<plan>/<list>/<key>` for an item, each part URI-encoded, and after `?` what else
 * an address can say, as `?group=<name>`. What it cannot read it leaves out.
 */
export function parseDeepLink(subPageId: string): Address {
  const [path = '', ...query] = subPageId.split('?');
  const [planId, ...item] = path.split('/').map(decodePart);
  return { ...parseAddress(query.join('?')), planId: planId || null, item: parseItem(item.join('/')) };
}

/** The deep link's own part that leads to what an address shows: the other way round of `parseDeepLink`. */
export function formatDeepLink({ planId, item, ...rest }: Address): string {
  const path = [planId ?? '', ...(item ? [item.list, item.key] : [])].map(encodeURIComponent).join('/');
  const query = formatAddress({ ...rest, planId: null, item: null }).slice(1);
  return query === '' ? path : `${path}?${query}`;
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parseItem(text: string | null): ItemRef | null {
  const [list, ...rest] = (text ?? '').split('/');
  const key = rest.join('/');
  return list && isItemList(list) && key ? { list, key } : null;
}
