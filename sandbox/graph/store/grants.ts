import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** That an app was let into a site. */
export interface Grant {
  readonly id: string;
  readonly siteId: string;
  readonly appId: string;
  readonly appName: string;
  readonly roles: readonly string[];
}

/** Which apps were let into which sites, for those that may see no site by themselves (Sites.Selected). */
export function createGrants(db: DatabaseSync) {
  const selectAll = db.prepare('select * from graph_grant where site_id = ? order by id');
  const insert = db.prepare(
    'insert into graph_grant (site_id, app_id, app_name, roles) values (?, ?, ?, ?) returning *',
  );
  const change = db.prepare('update graph_grant set roles = ? where id = ?');
  const remove = db.prepare('delete from graph_grant where id = ?');
  return {
    all: (siteId: string): Grant[] => selectAll.all(siteId).map(readGrant),
    insert({ siteId, appId, appName, roles }: Omit<Grant, 'id'>): Grant {
      const row = insert.get(siteId, appId, appName, JSON.stringify(roles));
      return readGrant(row ?? {});
    },
    change(id: string, roles: readonly string[]): void {
      change.run(JSON.stringify(roles), Number(id));
    },
    remove(id: string): void {
      remove.run(Number(id));
    },
  };
}

function readGrant(row: Record<string, SQLOutputValue>): Grant {
  return {
    id: String(row.id),
    siteId: String(row.site_id),
    appId: String(row.app_id),
    appName: String(row.app_name),
    roles: JSON.parse(String(row.roles)),
  };
}
