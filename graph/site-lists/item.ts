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

/** The row an item holds. */
export function toRow(
  item: Item,
  itemId: number,
  { definition, timeZone }: { definition: ListDefinition; timeZone: string },
): SiteRow {
  return {
    itemId,
    etag: etagOf(item),
    ...decodeFields(definition, item.fields ?? {}, timeZone),
    modifiedBy: modifierOf(item),
  };
}

export function modifierOf({ lastModifiedBy }: Item): string | null {
  const { user, application } = lastModifiedBy ?? {};
  return user?.displayName ?? user?.email ?? application?.displayName ?? null;
}
