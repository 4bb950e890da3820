import type { DatabaseSync } from 'node:sqlite';

/** One entry of the journal; the item may have been deleted since. */
export interface StoredChange {
  readonly sequence: number;
  readonly itemId: number;
}

/** The journal of changed items, in the order of the changes. */
export function createChanges(db: DatabaseSync) {
  const insert = db.prepare('insert into graph_change (list_id, item_id) values (?, ?)');
  const newest = db.prepare(
    'select coalesce(max(sequence), 0) as sequence from graph_change where list_id = ?',
  );
  const select = db.prepare(
    'select sequence, item_id from graph_change where list_id = ? and sequence > ? order by sequence limit ?',
  );
  return {
    add(listId: string, itemId: number): void {
      insert.run(listId, itemId);
    },
    /** 0 when the list never changed. */
    newest: (listId: string) => Number(newest.get(listId)?.sequence),
    after(listId: string, { sequence, limit }: { sequence: number; limit: number }): StoredChange[] {
      return select
        .all(listId, sequence, limit)
        .map((row) => ({ sequence: Number(row.sequence), itemId: Number(row.item_id) }));
    },
  };
}
