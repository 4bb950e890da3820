import type { DatabaseSync } from 'node:sqlite';
import type { FieldValue } from './items.ts';

/** Values of the columns that enforce unique ones. Letter case makes no difference, as in SharePoint. */
export function createUniqueValues(db: DatabaseSync) {
  const select = db.prepare(
    'select item_id from graph_unique where list_id = ? and column_name = ? and value = ?',
  );
  const insert = db.prepare(
    'insert into graph_unique (list_id, column_name, value, item_id) values (?, ?, ?, ?)',
  );
  const removeItem = db.prepare('delete from graph_unique where list_id = ? and item_id = ?');
  const removeColumn = db.prepare('delete from graph_unique where list_id = ? and column_name = ?');
  return {
    /** The item that has this value already, if any. */
    holder(
      listId: string,
      { columnName, value }: { columnName: string; value: FieldValue },
    ): number | undefined {
      const row = select.get(listId, columnName, toKey(value));
      return row === undefined ? undefined : Number(row.item_id);
    },
    add(listId: string, entry: { columnName: string; value: FieldValue; itemId: number }): void {
      insert.run(listId, entry.columnName, toKey(entry.value), entry.itemId);
    },
    removeItem(listId: string, itemId: number): void {
      removeItem.run(listId, itemId);
    },
    removeColumn(listId: string, columnName: string): void {
      removeColumn.run(listId, columnName);
    },
  };
}

function toKey(value: FieldValue): string {
  return String(value).toLowerCase();
}
