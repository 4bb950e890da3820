import { z } from 'zod';
import type { ListDefinition } from '../lists/define-list.ts';
import { decodeFields } from '../lists/fields.ts';
import type { LastChange, SiteRow } from './types.ts';

const IDENTITY = z.object({ id: z.string().nullish(), email: z.string().nullish() }).nullish();

/** A list item of Graph, as far as Milepost reads it. */
export const ITEM = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  eTag: z.string().nullish(),
  '@odata.etag': z.string().nullish(),
  fields: z.record(z.string(), z.unknown()).nullish(),
  contentType: z.object({ id: z.string().nullish() }).nullish(),
  lastModifiedDateTime: z.string().nullish(),
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
    ownAppId,
  }: {
    definition: ListDefinition;
    timeZone: string;
    missing: ReadonlySet<string>;
    ownAppId: string | null;
  },
): SiteRow {
  const { values, problems } = decodeFields(definition, item.fields ?? {}, timeZone);
  return {
    itemId,
    etag: etagOf(item),
    values: Object.fromEntries(Object.entries(values).filter(([property]) => !missing.has(property))),
    problems: problems.filter(({ property }) => !missing.has(property)),
    lastChange: lastChangeOf(item, ownAppId),
  };
}

/** SharePoint may put a user without id or address, `SharePoint App`, beside an application that writes by itself. */
export function lastChangeOf(
  { lastModifiedDateTime, lastModifiedBy }: Item,
  ownAppId: string | null,
): LastChange {
  const { user, application } = lastModifiedBy ?? {};
  const person = { entraObjectId: user?.id ?? null, email: user?.email ?? null };
  const isByApp = person.entraObjectId === null && person.email === null;
  return {
    at: readInstant(lastModifiedDateTime),
    ...person,
    byUs: isByApp && ownAppId !== null && application?.id?.toLowerCase() === ownAppId.toLowerCase(),
  };
}

/** A moment as SharePoint writes it; `null` for what is none. */
export function readInstant(text: string | null | undefined): string | null {
  try {
    return text == null ? null : Temporal.Instant.from(text).toString();
  } catch {
    return null;
  }
}
