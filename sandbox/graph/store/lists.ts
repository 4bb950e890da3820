import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Column } from './column.ts';
import { SYSTEM_COLUMNS } from './system-columns.ts';

/** A list as it is kept; `createdBy` and `modifiedBy` are identity sets. */
export interface StoredList {
  readonly id: string;
  readonly siteId: string;
  /** What people call it. */
  readonly title: string;
  /** What it is called in its address: the title it was made under. */
  readonly addressName: string;
  readonly description: string;
  readonly template: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: unknown;
  readonly modifiedBy: unknown;
}

/** Lists and their columns. */
export function createLists(db: DatabaseSync) {
  const selectAll = db.prepare('select * from graph_list where site_id = ? order by rowid');
  const selectOne = db.prepare(
    'select * from graph_list where site_id = ? and (id = lower(?) or lower(title) = lower(?))',
  );
  const insert = db.prepare(
    `insert into graph_list (id, site_id, title, address_name, description, template, created_at, modified_at, created_by, modified_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const touch = db.prepare('update graph_list set modified_at = ?, modified_by = ? where id = ?');
  const takeItemId = db.prepare(
    'update graph_list set next_item_id = next_item_id + 1 where id = ? returning next_item_id - 1 as id',
  );
  const selectColumns = db.prepare('select definition from graph_column where list_id = ? order by rowid');
  const upsertColumn = db.prepare(
    `insert into graph_column (list_id, id, name, definition) values (?, ?, ?, ?)
     on conflict (list_id, id) do update set definition = excluded.definition`,
  );
  const deleteColumn = db.prepare('delete from graph_column where list_id = ? and id = ?');
  /** By the text they are kept as: nearly every request needs all columns of its list. */
  const known = new Map<string, Column>();
  const readColumn = (definition: string): Column => {
    const column = known.get(definition) ?? (JSON.parse(definition) as Column);
    known.set(definition, column);
    return column;
  };

  return {
    all: (siteId: string) => selectAll.all(siteId).map(readList),
    /** By id or by title. */
    find(siteId: string, idOrTitle: string): StoredList | undefined {
      const row = selectOne.get(siteId, idOrTitle, idOrTitle);
      return row === undefined ? undefined : readList(row);
    },
    insert(list: StoredList): void {
      insert.run(
        list.id,
        list.siteId,
        list.title,
        list.addressName,
        list.description,
        list.template,
        list.createdAt,
        list.modifiedAt,
        JSON.stringify(list.createdBy),
        JSON.stringify(list.modifiedBy),
      );
    },
    touch({ listId, at, by }: { listId: string; at: string; by: unknown }): void {
      touch.run(at, JSON.stringify(by), listId);
    },
    /** The next item's number; numbers are never used again. */
    takeItemId: (listId: string) => Number(takeItemId.get(listId)?.id),
    /** The list's own columns in their order, then SharePoint's. */
    columns(listId: string): Column[] {
      const own = selectColumns.all(listId).map((row) => readColumn(String(row.definition)));
      return [...own, ...SYSTEM_COLUMNS];
    },
    saveColumn(listId: string, column: Column): void {
      upsertColumn.run(listId, column.id, column.name, JSON.stringify(column));
    },
    deleteColumn(listId: string, columnId: string): void {
      deleteColumn.run(listId, columnId);
    },
  };
}

function readList(row: Record<string, SQLOutputValue>): StoredList {
  return {
    id: String(row.id),
    siteId: String(row.site_id),
    title: String(row.title),
    addressName: String(row.address_name ?? row.title),
    description: String(row.description),
    template: String(row.template),
    createdAt: String(row.created_at),
    modifiedAt: String(row.modified_at),
    createdBy: JSON.parse(String(row.created_by)),
    modifiedBy: JSON.parse(String(row.modified_by)),
  };
}
