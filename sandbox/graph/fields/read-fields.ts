import { type Column, isMultiValue, isReference } from '../store/column.ts';
import type { FieldValue, FieldValues } from '../store/items.ts';
import type { GraphStore } from '../store/store.ts';
import { fromSiteDate } from './dates.ts';
import { readReference } from './references.ts';

/** An item, or one version of it, whose fields are to be shown. */
export interface ReadableItem {
  readonly id: number;
  readonly version: number;
  readonly fields: FieldValues;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: Record<string, unknown>;
  readonly modifiedBy: Record<string, unknown>;
}

export interface ReadFields {
  readonly item: ReadableItem;
  readonly columns: readonly Column[];
  /** Names to show; all when absent. */
  readonly select: readonly string[] | undefined;
  readonly siteId: string;
  readonly timeZone: string;
  readonly store: GraphStore;
}

/**
 * The fields of an item as Graph shows them. Empty ones are left out. A reference appears as `XLookupId` (text), and
 * under its own name only when that was selected, except that several always appear under their own name.
 */
export function buildFieldValues(options: ReadFields): Record<string, unknown> {
  const { item, columns, select, store } = options;
  const shown: Record<string, unknown> = { id: String(item.id) };
  for (const column of columns) {
    const value = item.fields[column.name];
    if (value !== undefined && !column.readOnly) Object.assign(shown, showValue(options, { column, value }));
  }
  Object.assign(shown, buildSystemFields(item, store));
  if (select === undefined) return shown;
  const picked: Record<string, unknown> = {};
  for (const name of select) if (name in shown) picked[name] = shown[name];
  return picked;
}

function showValue(
  { select, siteId, timeZone, store }: ReadFields,
  { column, value }: { column: Column; value: FieldValue },
): Record<string, unknown> {
  const { name } = column;
  if (column.facet === 'dateTime' && column.settings.format === 'dateOnly')
    return { [name]: String(fromSiteDate(String(value), timeZone)) };
  if (!isReference(column)) return { [name]: value };
  const ids = Array.isArray(value) ? (value as readonly number[]) : [Number(value)];
  const references = ids.flatMap((id) => readReference({ store, siteId }, { column, id, timeZone }) ?? []);
  const [first] = references;
  if (first === undefined) return {};
  if (isMultiValue(column)) return { [name]: references };
  const byId = { [`${name}LookupId`]: String(first.LookupId) };
  return select?.includes(name) ? { ...byId, [name]: first.LookupValue } : byId;
}

function buildSystemFields(item: ReadableItem, store: GraphStore): Record<string, unknown> {
  const isByApp = item.createdBy.application !== undefined;
  const title = item.fields.Title;
  return {
    ContentType: 'Item',
    Modified: item.modifiedAt,
    Created: item.createdAt,
    AuthorLookupId: String(store.people.idOf(item.createdBy)),
    EditorLookupId: String(store.people.idOf(item.modifiedBy)),
    ...(isByApp ? { AppAuthorLookupId: '2' } : {}),
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ...(title === undefined ? {} : { LinkTitleNoMenu: title, LinkTitle: title }),
    ItemChildCount: '0',
    FolderChildCount: '0',
    _ComplianceFlags: '',
    _ComplianceTag: '',
    _ComplianceTagWrittenTime: '',
    _ComplianceTagUserId: '',
  };
}
