import { LISTS } from '../../graph/lists/index.ts';
import type { RowValues } from '../../graph/lists/values.ts';
import type { SiteLists } from '../../graph/site-lists/types.ts';
import type { ListName } from '../../plan/glossary.ts';
import { IMPORT_LISTS } from '../../plan/import/imported.ts';
import type { Standing } from '../../plan/import/standing.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Queryable } from '../../store/database.ts';
import { readAllRows } from '../../store/mirror.ts';

/**
 * The lists as SharePoint has them now; rows are named by their item ids.
 * @param lists default: those that can be imported, and the meetings that actions point to
 * @throws GraphRequestError when one cannot be read
 */
export async function standingInSite(
  siteLists: SiteLists,
  lists: readonly ListName[] = [...IMPORT_LISTS, 'Meetings'],
): Promise<Standing> {
  const standing: Partial<Record<ListName, Standing[ListName]>> = {};
  for (const list of lists) {
    const { changes } = await siteLists.readChanges(list, null);
    standing[list] = changes.flatMap(({ itemId, etag, values }) =>
      values === null ? [] : [{ ref: String(itemId), itemId, etag, values: withRefs(list, values) }],
    );
  }
  return standing;
}

/** The lists as the mirror has them, with what waits to be written; rows are named by Milepost's keys. No Graph call. */
export async function standingInMirror(db: Queryable, planId: PlanId): Promise<Standing> {
  const rows = await readAllRows(db, planId);
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ list }) => list)].map(([list, ofList]) => [
      list,
      ofList
        .map(({ key, itemId, etag, row }) => ({ ref: key, itemId, etag, values: row }))
        .toSorted((one, other) => (one.itemId ?? Infinity) - (other.itemId ?? Infinity)),
    ]),
  );
}

function withRefs(list: ListName, values: RowValues): Readonly<Record<string, unknown>> {
  const { lookups } = LISTS[list];
  const refs = Object.keys(lookups).map((property) => {
    const value = values[property];
    return [property, Array.isArray(value) ? value.map(String) : value == null ? null : String(value)];
  });
  return { ...values, ...Object.fromEntries(refs) };
}
