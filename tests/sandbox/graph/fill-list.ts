import type { TestGraph } from './start-graph.ts';

/**
 * Puts rows (`Rank` 1 to `count`, `Note` n) where the sandbox keeps them: thousands of requests would only test
 * patience.
 * @param list `/sites/…/lists/…`
 */
export function fillList({ world: { db } }: TestGraph, list: string, count: number): void {
  const insert = db.prepare(
    `insert into graph_item (list_id, id, guid, version, fields, created_at, modified_at, created_by, modified_by)
     values (?, ?, 'g', 1, ?, '2022-01-10T09:00:00Z', '2022-01-10T09:00:00Z', '{}', '{}')`,
  );
  db.exec('begin');
  for (let id = 1; id <= count; id += 1)
    insert.run(list.split('/').at(-1) ?? '', id, JSON.stringify({ Rank: id, Note: 'n' }));
  db.exec('commit');
}
