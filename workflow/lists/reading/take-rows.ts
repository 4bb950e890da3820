import type { RowValues } from '../../../graph/lists/values.ts';
import type { RowChange, SiteRow } from '../../../graph/site-lists/types.ts';
import type { RowKey } from '../../../plan/rows.ts';
import type { Queryable } from '../../../store/database.ts';
import { type MirrorRow, type MirrorValues, readKnownRows } from '../../../store/mirror.ts';
import { queueWrite, readWaitingChanges } from '../../../store/outbox.ts';
import type { TakenOver } from '../record-edits.ts';
import { readIdsAround } from '../row-ids.ts';
import { rowFromSite } from '../row-translation.ts';
import { isEmpty, keepMissing, returnedColumns } from './list-columns.ts';
import { recogniseRows } from './recognise-rows.ts';
import { readRhythmDays } from './rhythm-days.ts';
import type { TakeContext } from './take-context.ts';

/** Rows that are to be taken over. */
interface Taken {
  readonly rows: readonly MirrorRow[];
  /** Those among them that the mirror held before. A row that comes back after it was deleted comes as a new one. */
  readonly known: readonly TakenOver[];
}

/**
 * Rows as the mirror is to have them: what SharePoint says, on it what waits to be written, and what SharePoint lost with
 * a column. Values of a column that is back and empty are queued to be put back.
 */
export async function takeRows(
  tx: Queryable,
  context: TakeContext,
  changes: readonly RowChange[],
): Promise<Taken> {
  const { planId, list, siteLists, timeZone, state } = context;
  const present = changes.flatMap(({ values, ...row }): SiteRow[] =>
    values === null ? [] : [{ ...row, values }],
  );
  if (present.length === 0) return { rows: [], known: [] };
  const itemIds = present.map(({ itemId }) => itemId);
  const ids = await readIdsAround(tx, planId, list, present);
  const known = await readKnownRows(tx, planId, list, itemIds);
  const waiting = Map.groupBy(await readWaitingChanges(tx, planId, list), (entry) => entry.key);
  const isRhythmDay = list === 'Meetings' ? await readRhythmDays(tx, planId) : () => false;
  const recognised = recogniseRows(list, present, ids, { timeZone, isRhythmDay });
  const missing = siteLists.missingColumns(list);
  const returned = returnedColumns(list, siteLists, state.columns);

  const rows: MirrorRow[] = [];
  const takenOver: TakenOver[] = [];
  for (const { itemId, values, problems, etag, lastChange } of present) {
    const key = recognised.get(itemId) ?? ids.keyOf(list, itemId);
    const before = known.get(itemId)?.row;
    const ours = (waiting.get(key) ?? []).map((entry) => entry.changes);
    const site = rowFromSite(list, omit(values, missing), ids);
    const lost = lostValues(site, before, returned);
    await putBack(tx, context, key, { site, lost, ours });
    const row = Object.assign({}, keepMissing(list, site, { missing, known: before }), lost, ...ours);
    rows.push({
      key,
      itemId,
      // What waits was said of the version known until now: against that one, an edit meanwhile shows.
      etag: ours.length > 0 ? (ids.etagOf(list, key) ?? etag) : etag,
      row,
      problems: problems.filter(({ property }) => !missing.has(property)),
    });
    if (before !== undefined && known.get(itemId)?.isDeleted === false)
      takenOver.push({ key, itemId, etag, lastChange, before, after: row });
  }
  return { rows, known: takenOver };
}

/** What the row held in columns that were deleted and are back, empty. */
function lostValues(
  site: MirrorValues,
  before: MirrorValues | undefined,
  returned: ReadonlySet<string>,
): MirrorValues {
  const lost = [...returned].filter((property) => isEmpty(site[property]) && !isEmpty(before?.[property]));
  return Object.fromEntries(lost.map((property) => [property, before?.[property]]));
}

/** No answer of anybody's: history says nothing of it. What waits already is not queued again. */
async function putBack(
  tx: Queryable,
  { planId, list }: TakeContext,
  key: RowKey,
  {
    site,
    lost,
    ours,
  }: { readonly site: MirrorValues; readonly lost: MirrorValues; readonly ours: readonly MirrorValues[] },
): Promise<void> {
  const properties = Object.keys(lost).filter((property) => !ours.some((changes) => property in changes));
  if (properties.length === 0) return;
  const pick = (values: MirrorValues) =>
    Object.fromEntries(properties.map((property) => [property, values[property] ?? null]));
  await queueWrite(tx, planId, { list, key, kind: 'update', changes: pick(lost), base: pick(site) });
}

const omit = (values: RowValues, properties: ReadonlySet<string>): RowValues =>
  Object.fromEntries(Object.entries(values).filter(([property]) => !properties.has(property)));
