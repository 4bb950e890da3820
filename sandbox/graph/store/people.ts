import type { DatabaseSync } from 'node:sqlite';
import type { Actor } from '../actor.ts';

/** The number SharePoint gives to what apps do on their own ("SharePoint App"). */
export const APP_PERSON_ID = 1_073_741_822;

/** A person of the site. */
export interface StoredPerson {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

/** The site's hidden User Information List: a person is in it only after having changed something there. */
export function createPeople(db: DatabaseSync) {
  const insert = db.prepare(
    `insert into graph_person (id, object_id, name, email)
     values ((select coalesce(max(id), 5) + 1 from graph_person), ?, ?, ?) on conflict (object_id) do nothing`,
  );
  const selectByObjectId = db.prepare('select id from graph_person where object_id = ?');
  const selectById = db.prepare('select id, name, email from graph_person where id = ?');
  return {
    ensure(actor: Actor): void {
      if (actor.kind === 'person') insert.run(actor.objectId, actor.name, actor.email);
    },
    /** The number of whoever an identity set names. */
    idOf(identitySet: Record<string, unknown>): number {
      const objectId = (identitySet.user as { id?: string } | undefined)?.id;
      const row = objectId === undefined ? undefined : selectByObjectId.get(objectId);
      return row === undefined ? APP_PERSON_ID : Number(row.id);
    },
    find(id: number): StoredPerson | undefined {
      const row = selectById.get(id);
      return row === undefined
        ? undefined
        : { id: Number(row.id), name: String(row.name), email: String(row.email) };
    },
  };
}
