import type { ItemList } from '../../plan/glossary.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { type Colour, isColour } from '../model/colour.ts';

/** What the page shows, as its address says it: `#plan=alp&colour=Red&item=Recommendations/3`. */
export interface Address {
  readonly planId: string | null;
  /** The item whose story is open. */
  readonly item: ItemRef | null;
  /** A theme's title. */
  readonly theme: string | null;
  /** A group's name. */
  readonly group: string | null;
  readonly colour: Colour | null;
}

const ITEM_LISTS: Readonly<Record<ItemList, true>> = {
  Recommendations: true,
  Actions: true,
  Milestones: true,
};

/** Reads a hash, with or without `#`. What it cannot read it leaves out. */
export function parseAddress(hash: string): Address {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const colour = params.get('colour');
  return {
    planId: params.get('plan'),
    item: parseItem(params.get('item')),
    theme: params.get('theme'),
    group: params.get('group'),
    colour: colour !== null && isColour(colour) ? colour : null,
  };
}

/** The hash for an address, starting with `#`; `''` for one that says nothing. */
export function formatAddress({ planId, item, theme, group, colour }: Address): string {
  const params = new URLSearchParams();
  if (planId) params.set('plan', planId);
  if (theme) params.set('theme', theme);
  if (group) params.set('group', group);
  if (colour) params.set('colour', colour);
  if (item) params.set('item', `${item.list}/${item.key}`);
  const text = params.toString().replaceAll('%2F', '/');
  return text === '' ? '' : `#${text}`;
}

/**
 * Where a deep link leads: `<plan>`, or `<plan>/<list>/<key>` for an item, each part URI-encoded, and `?group=<name>` where
 * one group's items are shown, as the links on cards are made. What it cannot read it leaves out.
 */
export function parseDeepLink(subPageId: string): Address {
  const [path = '', ...query] = subPageId.split('?');
  const [planId, ...item] = path.split('/').map(decodePart);
  const group = new URLSearchParams(query.join('?')).get('group') || null;
  return { planId: planId || null, item: parseItem(item.join('/')), theme: null, group, colour: null };
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

function isItemList(text: string): text is ItemList {
  return Object.hasOwn(ITEM_LISTS, text);
}
