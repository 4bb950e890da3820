import { createHash } from 'node:crypto';
import { buildFieldValues, type ReadableItem } from './fields/read-fields.ts';
import type { OpenList } from './list-access.ts';
import type { FieldsExpansion } from './query/options.ts';
import type { Site } from './site.ts';
import type { Column } from './store/column.ts';
import type { StoredItem } from './store/items.ts';
import type { StoredList } from './store/lists.ts';
import type { GraphStore } from './store/store.ts';

/** A site as Graph shows it. */
export function showSite(site: Site, createdAt: string): Record<string, unknown> {
  return {
    createdDateTime: createdAt,
    description: '',
    displayName: site.displayName,
    id: site.id,
    lastModifiedDateTime: createdAt,
    name: site.isRoot ? '' : site.path.split('/').at(-1),
    ...(site.isRoot ? { root: {} } : {}),
    siteCollection: { hostname: site.id.split(',')[0] },
    webUrl: site.webUrl,
  };
}

/** A list as Graph shows it, without its columns and items. */
export function showList(site: Site, list: StoredList): Record<string, unknown> {
  const eTag = `"${list.id},1"`;
  return {
    '@odata.etag': eTag,
    createdDateTime: list.createdAt,
    description: list.description,
    eTag,
    id: list.id,
    lastModifiedDateTime: list.modifiedAt,
    name: list.addressName,
    webUrl: listUrl(site, list),
    displayName: list.title,
    createdBy: list.createdBy,
    lastModifiedBy: list.modifiedBy,
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: false, template: list.template },
  };
}

/** Facets that Graph leaves out of its answers, although it takes them. */
const HIDDEN_FACETS = ['hyperlinkOrPicture'];

/**
 * A column as Graph shows it: validation and the hyperlink facet are never shown.
 * @see https://learn.microsoft.com/graph/api/resources/columndefinition
 */
export function showColumn(column: Column): Record<string, unknown> {
  const { facet, settings, validation: _hidden, defaultValue, ...common } = column;
  return {
    ...common,
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(facet === undefined || HIDDEN_FACETS.includes(facet) ? {} : { [facet]: settings }),
  };
}

/** The eTag of an item, with its quotes. */
export function itemETag({ guid, version }: { guid: string; version: number }): string {
  return `"${guid},${version}"`;
}

export interface ShowItem {
  readonly open: OpenList;
  readonly store: GraphStore;
  readonly item: StoredItem;
  /** Fields are shown only when they were asked for. */
  readonly expansion: FieldsExpansion | undefined;
}

/** An item as Graph shows it. */
export function showItem({ open, store, item, expansion }: ShowItem): Record<string, unknown> {
  const { site, list } = open;
  const eTag = itemETag(item);
  return {
    '@odata.etag': eTag,
    createdDateTime: item.createdAt,
    eTag,
    id: String(item.id),
    lastModifiedDateTime: item.modifiedAt,
    webUrl: `${listUrl(site, list)}/${item.id}_.000`,
    createdBy: item.createdBy,
    lastModifiedBy: item.modifiedBy,
    parentReference: { id: folderId(list), siteId: site.id },
    contentType: contentTypeOf(list),
    ...(expansion === undefined
      ? {}
      : {
          'fields@odata.context': fieldsContext(open, item.id),
          fields: { '@odata.etag': eTag, ...showFields({ open, store, item, expansion }) },
        }),
  };
}

/** A deleted item, as delta shows it. */
export function showDeletedItem({ site, list }: OpenList, itemId: number): Record<string, unknown> {
  return {
    id: String(itemId),
    parentReference: { id: folderId(list), siteId: site.id },
    contentType: contentTypeOf(list),
    deleted: { state: 'deleted' },
  };
}

export interface ShowFields {
  readonly open: OpenList;
  readonly store: GraphStore;
  readonly item: ReadableItem;
  readonly expansion: FieldsExpansion;
}

/** The values of an item's fields, without eTag. */
export function showFields({ open, store, item, expansion }: ShowFields): Record<string, unknown> {
  return buildFieldValues({
    item,
    columns: open.columns,
    select: expansion.select,
    siteId: open.site.id,
    timeZone: open.timeZone,
    store,
  });
}

/** What `@odata.context` says of an item's fields. */
export function fieldsContext({ itemsContext }: OpenList, itemId: number): string {
  return `${itemsContext}('${itemId}')/fields/$entity`;
}

function listUrl(site: Site, list: StoredList): string {
  return `${site.webUrl}/Lists/${encodeURIComponent(list.addressName)}`;
}

function contentTypeOf(list: StoredList): Record<string, unknown> {
  return { id: `0x0100${list.id.replaceAll('-', '').toUpperCase()}`, name: 'Item' };
}

/** The list's root folder has an id of its own. */
function folderId(list: StoredList): string {
  const hex = createHash('sha256').update(list.id).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
