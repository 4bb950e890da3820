import type { SiteRow } from '../../graph/site-lists/types.ts';
import { ITEM_LISTS, type ListName } from '../../plan/glossary.ts';
import { type EditedValues, isToldOf, updateOfEdit } from '../../plan/hand-edits.ts';
import { ownerOf } from '../../plan/people.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey, RowOf } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { type MirrorValues, readRows } from '../../store/mirror.ts';
import { appendUpdates, readLastUpdates } from '../../store/updates.ts';

/** A row of SharePoint's that is taken over, beside what the mirror held of it. */
export interface TakenOver extends Pick<SiteRow, 'itemId' | 'etag' | 'lastChange'> {
  readonly key: RowKey;
  readonly before: MirrorValues;
  /** As the mirror is to have it: what waits to be written lies on top. */
  readonly after: MirrorValues;
}

/**
 * Enters into the history of items what somebody changed in their rows, in the transaction that takes the rows over. What
 * Milepost wrote is not told: an answer has its own update, and an import is no word on an item. The same version of a
 * row is entered once, however often it is read.
 */
export async function recordEdits(
  tx: Queryable,
  { planId, list, now }: { readonly planId: PlanId; readonly list: ListName; readonly now: Temporal.Instant },
  rows: readonly TakenOver[],
): Promise<void> {
  const itemList = ITEM_LISTS.find((candidate) => candidate === list);
  const edits = rows
    .map(({ before, after, ...row }) => ({ ...row, before: valuesOf(before), after: valuesOf(after) }))
    .filter(({ lastChange, before, after }) => !lastChange.byUs && isToldOf(before, after));
  if (itemList === undefined || edits.length === 0) return;
  const keys = edits.map(({ key }) => key);
  const lasts = await readLastUpdates(tx, planId, itemList, keys);
  const people = { owners: await readAs(tx, planId, 'Owners') };
  const plan = { groups: await readAs(tx, planId, 'Groups') };
  const updates = edits.map(({ key, etag, lastChange, ...edit }) => {
    const by = ownerOf(people, lastChange)?.key ?? null;
    const { at } = lastChange;
    const version = etag?.replaceAll('"', '') ?? `${at ?? now}`;
    const ref = { list: itemList, key };
    return updateOfEdit(plan, { ...edit, ref, version, at, by }, lasts.get(key), now);
  });
  await appendUpdates(tx, planId, updates);
}

const valuesOf = (row: MirrorValues) => row as unknown as EditedValues;

async function readAs<L extends ListName>(tx: Queryable, planId: PlanId, list: L): Promise<RowOf[L][]> {
  const rows = await readRows(tx, planId, list);
  return rows.map(
    ({ key, itemId, row }) => ({ key, itemId, ...row, title: row.title ?? '' }) as unknown as RowOf[L],
  );
}
