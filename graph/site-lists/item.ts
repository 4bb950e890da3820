import { z } from 'zod';
import type { ListDefinition } from '../lists/define-list.ts';
import { decodeFields } from '../lists/fields.ts';
import type { SiteRow } from './types.ts';

const IDENTITY = z.object({ displayName: z.string().nullish(), email: z.string().nullish() }).nullish();

/** A list item of Graph, as far as Milepost reads it. */
export const ITEM = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  eTag: z.string().nullish(),
  '@odata.etag': z.string().nullish(),
  fields: z.record(z.string(), z.unknown()).nullish(),
  contentType: z.object({ id: z.string().nullish() }).nullish(),
  lastModifiedBy: z.object({ user: IDENTITY, application: IDENTITY }).nullish(),
  deleted: z.unknown().optional(),
  '@removed': z.unknown().optional(),
});
export type Item = z.infer<typeof ITEM>;

/** SharePoint's item id; `null` for what is no item (delta pages may hold errors). */
export function itemIdOf({ id }: Item): number | null {
  const itemId = Number(id);
  return Number.isSafeInteger(itemId) && itemId > 0 ? itemId : null;
}

/**
 * Version of the item, always in its quotes: some answers leave them out, and a condition without them
 * is refused.
 */
export function etagOf(item: Item): string | null {
  const etag = item.eTag ?? item['@odata.etag'];
  if (etag === undefined || etag === null || etag === '') return null;
  return etag.startsWith('"') || etag.startsWith('W/') ? etag : `"${etag}"`;
}

/** The row an item holds, without the properties whose columns are missing: what isn't read is not empty. */
export function toRow(
  item: Item,
  itemId: number,
  {
    definition,
    timeZone,
    missing,
  }: { definition: ListDefinition; timeZone: string; missing: ReadonlySet<string> },
): SiteRow {
  const { values, problems } = decodeFields(definition, item.fields ?? {}, timeZone);
  return {
    itemId,
    etag: etagOf(item),
    values: Object.fromEntries(Object.entries(values).filter(([property]) => !missing.has(property))),
    problems: problems.filter(({ property }) => !missing.has(property)),
    modifiedBy: modifierOf(item),
  };
}

export function modifierOf({ lastModifiedBy }: Item): string | null {
  const { user, application } = lastModifiedBy ?? {};
  return user?.displayName ?? user?.email ?? application?.displayName ?? null;
}
