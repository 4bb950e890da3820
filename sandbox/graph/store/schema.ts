import type { DatabaseSync } from 'node:sqlite';

/**
 * Makes the tables of SharePoint's lists and documents. `graph_change` is the journal that delta reads; `graph_unique` holds the
 * values of columns that enforce unique values; `graph_subscription` who is told of changes; `graph_grant` which app
 * was let into which site; `graph_document` the documents and folders (without content) of each site's library.
 */
export function createGraphTables(db: DatabaseSync): void {
  db.exec(`
    create table if not exists graph_list (
      id text primary key, site_id text not null, title text not null, address_name text, description text not null,
      template text not null, created_at text not null, modified_at text not null,
      created_by text not null, modified_by text not null, next_item_id integer not null default 1
    ) strict;
    create unique index if not exists graph_list_title on graph_list (site_id, lower(title));

    create table if not exists graph_column (
      list_id text not null, id text not null, name text not null, definition text not null,
      primary key (list_id, id)
    ) strict;
    create unique index if not exists graph_column_name on graph_column (list_id, name);

    create table if not exists graph_item (
      list_id text not null, id integer not null, guid text not null, version integer not null,
      fields text not null, created_at text not null, modified_at text not null,
      created_by text not null, modified_by text not null,
      primary key (list_id, id)
    ) strict, without rowid;

    create table if not exists graph_version (
      list_id text not null, item_id integer not null, version integer not null,
      fields text not null, modified_at text not null, modified_by text not null,
      primary key (list_id, item_id, version)
    ) strict, without rowid;

    create table if not exists graph_change (
      sequence integer primary key autoincrement, list_id text not null, item_id integer not null
    ) strict;
    create index if not exists graph_change_list on graph_change (list_id, sequence);

    create table if not exists graph_unique (
      list_id text not null, column_name text not null, value text not null, item_id integer not null,
      primary key (list_id, column_name, value)
    ) strict, without rowid;
    create index if not exists graph_unique_item on graph_unique (list_id, item_id);

    create table if not exists graph_grant (
      id integer primary key, site_id text not null, app_id text not null, app_name text not null, roles text not null
    ) strict;

    create table if not exists graph_document (
      id text primary key, site_id text not null, parent_id text not null, name text not null, content blob,
      mime_type text not null, guid text not null, version integer not null, download_key text not null,
      created_at text not null, modified_at text not null, created_by text not null, modified_by text not null
    ) strict;
    create unique index if not exists graph_document_name on graph_document (site_id, parent_id, lower(name));

    create table if not exists graph_person (
      id integer primary key, object_id text not null unique, name text not null, email text not null
    ) strict;

    create table if not exists graph_subscription (
      id text primary key, owner text not null, list_id text not null, resource text not null,
      notification_url text not null, lifecycle_url text, client_state text, tls_version text,
      began_ms integer not null, ends_ms integer not null, told_sequence integer not null,
      is_reauthorization_asked integer not null
    ) strict;
  `);
  addMissingColumn(db, { table: 'graph_list', column: 'address_name', type: 'text' });
}

/** A data directory of an earlier sandbox has its tables already. */
function addMissingColumn(
  db: DatabaseSync,
  { table, column, type }: { table: string; column: string; type: string },
): void {
  const columns = db.prepare(`select name from pragma_table_info('${table}')`).all();
  if (!columns.some(({ name }) => name === column))
    db.exec(`alter table ${table} add column ${column} ${type}`);
}
