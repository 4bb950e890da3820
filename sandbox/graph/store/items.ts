import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/**
 * A value in a field: text and choices as strings, instants as ISO text without milliseconds, calendar dates as
 * `YYYY-MM-DD`, references as the item's number; lists where the column takes several. Empty ones are not kept.
 */
export type FieldValue = string | number | boolean | readonly string[] | readonly number[];

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** An item as it is kept. */
export interface StoredItem {
  readonly listId: string;
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly fields: FieldValues;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: Record<string, unknown>;
  readonly modifiedBy: Record<string, unknown>;
}

/** An item as it was at one version. */
export interface StoredVersion {
  readonly version: number;
  readonly fields: FieldValues;
  readonly modifiedAt: string;
  readonly modifiedBy: Record<string, unknown>;
}

/** Items and their versions. */
export function createItems(db: DatabaseSync) {
  const selectOne = db.prepare('select * from graph_item where list_id = ? and id = ?');
  const selectAfter = db.prepare('select * from graph_item where list_id = ? and id > ? order by id limit ?');
  const count = db.prepare('select count(*) as count from graph_item where list_id = ?');
  const upsert = db.prepare(
    `insert into graph_item (list_id, id, guid, version, fields, created_at, modified_at, created_by, modified_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (list_id, id) do update set version = excluded.version, fields = excluded.fields,
       modified_at = excluded.modified_at, modified_by = excluded.modified_by`,
  );
  const insertVersion = db.prepare(
    `insert into graph_version (list_id, item_id, version, fields, modified_at, modified_by) values (?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare('delete from graph_item where list_id = ? and id = ?');
  const removeVersions = db.prepare('delete from graph_version where list_id = ? and item_id = ?');
  const removeField = db.prepare(
    `update graph_item set fields = json_remove(fields, '$."' || ? || '"') where list_id = ?`,
  );
  const selectVersions = db.prepare(
    'select * from graph_version where list_id = ? and item_id = ? order by version desc',
  );

  return {
    find(listId: string, id: number): StoredItem | undefined {
      const row = selectOne.get(listId, id);
      return row === undefined ? undefined : readItem(row);
    },
    /** By number, beginning after one. */
    after(listId: string, { id, limit }: { id: number; limit: number }): StoredItem[] {
      return selectAfter.all(listId, id, limit).map(readItem);
    },
    count: (listId: string) => Number(count.get(listId)?.count),
    /** Writes the item as a new version. */
    save(item: StoredItem): void {
      const fields = JSON.stringify(item.fields);
      const modifiedBy = JSON.stringify(item.modifiedBy);
      upsert.run(
        item.listId,
        item.id,
        item.guid,
        item.version,
        fields,
        item.createdAt,
        item.modifiedAt,
        JSON.stringify(item.createdBy),
        modifiedBy,
      );
      insertVersion.run(item.listId, item.id, item.version, fields, item.modifiedAt, modifiedBy);
    },
    delete(listId: string, id: number): void {
      remove.run(listId, id);
      removeVersions.run(listId, id);
    },
    /** A column goes with all it held, and no item becomes a new version by it. */
    deleteField(listId: string, name: string): void {
      removeField.run(name, listId);
    },
    /** Newest first. */
    versions(listId: string, id: number): StoredVersion[] {
      return selectVersions.all(listId, id).map((row) => ({
        version: Number(row.version),
        fields: JSON.parse(String(row.fields)),
        modifiedAt: String(row.modified_at),
        modifiedBy: JSON.parse(String(row.modified_by)),
      }));
    },
  };
}

function readItem(row: Record<string, SQLOutputValue>): StoredItem {
  return {
    listId: String(row.list_id),
    id: Number(row.id),
    guid: String(row.guid),
    version: Number(row.version),
    fields: JSON.parse(String(row.fields)),
    createdAt: String(row.created_at),
    modifiedAt: String(row.modified_at),
    createdBy: JSON.parse(String(row.created_by)),
    modifiedBy: JSON.parse(String(row.modified_by)),
  };
}
