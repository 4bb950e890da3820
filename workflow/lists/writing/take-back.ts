import type { SiteRow } from '../../../graph/site-lists/types.ts';
import type { ListName } from '../../../plan/glossary.ts';
import type { PlanId } from '../../../plan/plan.ts';
import type { RowKey } from '../../../plan/rows.ts';
import type { Queryable } from '../../../store/database.ts';
import { changeRow } from '../../../store/mirror.ts';
import { readWaitingOfRow } from '../../../store/outbox.ts';
import { readIdsAround } from '../row-ids.ts';
import { rowFromSite } from '../row-translation.ts';

/** Some properties of a row are again what SharePoint has, but for what still waits to be written. */
export async function takeBack(
  tx: Queryable,
  planId: PlanId,
  { list, key }: { readonly list: ListName; readonly key: RowKey },
  properties: readonly string[],
  current: SiteRow,
): Promise<void> {
  const ids = await readIdsAround(tx, planId, list, [current]);
  const theirs = rowFromSite(list, current.values, ids);
  const there = properties.filter((property) => property in theirs);
  const waiting = (await readWaitingOfRow(tx, planId, list, key)).map(({ changes }) => changes);
  const again = Object.fromEntries(there.map((property) => [property, theirs[property]]));
  await changeRow(tx, planId, list, key, Object.assign(again, ...waiting));
}
