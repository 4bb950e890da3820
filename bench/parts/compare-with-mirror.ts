import { isDeepStrictEqual } from 'node:util';
import { LISTS } from '../../graph/lists/index.ts';
import { ITEM, toRow } from '../../graph/site-lists/item.ts';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import type { Database } from '../../store/database.ts';
import { readRows } from '../../store/mirror.ts';
import { listPlanSites } from '../../store/plan-sites.ts';
import { type RowIds, readRowIds } from '../../workflow/lists/row-ids.ts';
import { rowFromSite } from '../../workflow/lists/row-translation.ts';
import type { Site } from './site.ts';

/** How far SharePoint and the database agree. */
export interface Agreement {
  readonly rows: number;
  readonly values: number;
  /** One line each: what stands where. Empty: they are equal. */
  readonly differences: readonly string[];
  /** Writes that SharePoint has not had, waiting or given up. */
  readonly unwritten: number;
}

/** Compares every row of every list with the mirror, value by value. The server must not be running. */
export async function compareWithMirror(database: Database, site: Site): Promise<Agreement> {
  const [plan] = await listPlanSites(database);
  if (plan === undefined) throw new Error('The database holds no plan.');
  const { planId, settings } = plan;
  const timeZone = settings.timeZone ?? 'Europe/London';
  const ids = await readRowIds(database, planId, LIST_NAMES);
  const compared = [];
  for (const list of LIST_NAMES) {
    const items = await site.readItems(list);
    const mirrored = await readRows(database, planId, list);
    const theirs = new Map(
      items.map((item) => [Number(item.id), valuesOf(list, item, { timeZone, ids })] as const),
    );
    const ours = new Map(mirrored.map(({ itemId, etag, row }) => [itemId, { etag, row }] as const));
    compared.push(compareList(list, theirs, ours));
  }
  const [outbox] = await database.query<{ count: number }>(
    "SELECT count(*)::integer AS count FROM outbox WHERE state <> 'written'",
  );
  return {
    rows: compared.reduce((sum, { rows }) => sum + rows, 0),
    values: compared.reduce((sum, { values }) => sum + values, 0),
    differences: compared.flatMap(({ differences }) => differences),
    unwritten: outbox?.count ?? 0,
  };
}

interface Row {
  readonly etag: string | null;
  readonly row: Readonly<Record<string, unknown>>;
}

function valuesOf(
  list: ListName,
  item: unknown,
  { timeZone, ids }: { readonly timeZone: string; readonly ids: RowIds },
): Row {
  const parsed = ITEM.parse(item);
  const { etag, values } = toRow(parsed, Number(parsed.id), {
    definition: LISTS[list],
    timeZone,
    missing: new Set(),
    ownAppId: null,
  });
  return { etag, row: rowFromSite(list, values, ids) };
}

function compareList(
  list: ListName,
  theirs: ReadonlyMap<number, Row>,
  ours: ReadonlyMap<number | null, Row>,
): { readonly rows: number; readonly values: number; readonly differences: readonly string[] } {
  let values = 0;
  const differences = [...ours.keys()]
    .filter((itemId) => itemId === null || !theirs.has(itemId))
    .map((itemId) => `${list} ${itemId ?? 'without an id'}: only in the database`);
  for (const [itemId, { etag, row }] of theirs) {
    const mirrored = ours.get(itemId);
    if (mirrored === undefined) {
      differences.push(`${list} ${itemId}: only in SharePoint`);
      continue;
    }
    if (mirrored.etag !== etag)
      differences.push(`${list} ${itemId}: version ${etag}, database ${mirrored.etag}`);
    for (const [property, value] of Object.entries(row)) {
      values += 1;
      if (isDeepStrictEqual(wholeSeconds(mirrored.row[property]), wholeSeconds(value))) continue;
      const pair = [value, mirrored.row[property]].map((one) => JSON.stringify(one));
      differences.push(`${list} ${itemId} ${property}: ${pair[0]}, database ${pair[1]}`);
    }
  }
  return { rows: theirs.size, values, differences };
}

/** SharePoint keeps no parts of seconds. */
function wholeSeconds(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+Z$/, '$1Z') : value;
}
