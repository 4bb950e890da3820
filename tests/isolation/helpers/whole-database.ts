import type { Database, Queryable } from '../../../store/database.ts';

/** A database as it stood, to compare with and to put back. */
export interface KeptDatabase {
  /** What `readWhole` answers while nothing has changed. */
  readonly text: string;
  /** Puts every row back; numbers that were given out meanwhile are not given again. */
  restore(): Promise<void>;
}

/** Every row of every table, as text. */
export const readWhole = untilWritten(async (db: Queryable) => JSON.stringify(await readTables(db)));

/**
 * Reads a database again only once something may have changed: whatever is written to a table is written to PostgreSQL's
 * log first.
 */
export function untilWritten(read: (db: Queryable) => Promise<string>): (db: Queryable) => Promise<string> {
  const known = new WeakMap<Queryable, { readonly writtenTo: string; readonly text: string }>();
  return async (db) => {
    const writtenTo = await endOfLog(db);
    const before = known.get(db);
    if (before?.writtenTo === writtenTo) return before.text;
    const text = await read(db);
    known.set(db, { writtenTo, text });
    return text;
  };
}

async function endOfLog(db: Queryable): Promise<string> {
  const [row] = await db.query<{ end: string }>('SELECT pg_current_wal_insert_lsn()::text AS "end"');
  return row?.end ?? '';
}

/** Keeps what stands in a database. */
export async function keepDatabase(db: Database): Promise<KeptDatabase> {
  const tables = await readTables(db);
  return {
    text: JSON.stringify(tables),
    async restore() {
      const standing = new Map((await readTables(db)).map(({ name, rows }) => [name, rows]));
      const changed = tables.filter(({ name, rows }) => standing.get(name) !== rows);
      await db.transaction(async (tx) => {
        // What hangs on a row is not deleted with it: it is put back by itself, where it changed.
        await tx.query("SET LOCAL session_replication_role = 'replica'");
        for (const { name, rows } of changed) {
          await tx.query(`DELETE FROM ${name}`);
          await tx.query(
            `INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
            [rows],
          );
        }
      });
    },
  };
}

interface TableText {
  readonly name: string;
  /** JSON. */
  readonly rows: string;
}

async function readTables(db: Queryable): Promise<TableText[]> {
  const tables = await db.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'milepost_migration'
     ORDER BY tablename`,
  );
  return db.query(
    tables
      .map(
        ({ name }) =>
          `SELECT '${name}' AS name, coalesce(jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text), '[]')::text AS rows FROM ${name} t`,
      )
      .join(' UNION ALL '),
  );
}
