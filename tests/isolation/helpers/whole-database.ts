import type { Database, Queryable } from '../../../store/database.ts';

/** A database as it stood, to compare with and to put back. */
export interface KeptDatabase {
  /** What `readWhole` answers while nothing has changed. */
  readonly text: string;
  /**
   * Puts every row back; numbers that were given out meanwhile are not given again. Answers whether anything may have been
   * written since.
   */
  restore(): Promise<boolean>;
}

/** What a watched database holds: the same object for as long as nothing may have been written to it. */
const states = new WeakMap<Queryable, object>();

/** Everything else may write, and so may these where one of the words stands in them. */
const READS = /^\s*(SELECT|WITH)\b(?!.*\b(INSERT|UPDATE|DELETE|MERGE)\b)/is;

/** The same database, looked through for statements that may write: until the next one, what was read of it holds. */
export function watchWrites(database: Database): Database {
  const note = () => void states.set(watched, {});
  const queryableOf = (db: Queryable): Queryable => ({
    async query(sql, values) {
      if (READS.test(sql)) return db.query(sql, values);
      note();
      return db.query<never>(sql, values).finally(note);
    },
  });
  const watched: Database = {
    ...database,
    ...queryableOf(database),
    transaction: (work) => database.transaction((tx) => work(queryableOf(tx))).finally(note),
    script: (sql) => database.script(sql).finally(note),
  };
  note();
  return watched;
}

/** Every row of every table, as text. */
export const readWhole = untilWritten(async (db: Queryable) => JSON.stringify(await readTables(db)));

/** Reads a watched database again only once something may have been written to it; any other every time. */
export function untilWritten(read: (db: Queryable) => Promise<string>): (db: Queryable) => Promise<string> {
  const known = new WeakMap<object, string>();
  return async (db) => {
    const state = states.get(db) ?? {};
    const before = known.get(state);
    if (before !== undefined) return before;
    const text = await read(db);
    known.set(state, text);
    return text;
  };
}

/** Keeps what stands in a watched database. */
export async function keepDatabase(db: Database): Promise<KeptDatabase> {
  const state = states.get(db);
  if (state === undefined) throw new Error('what is not watched is not kept');
  const tables = await readTables(db);
  return {
    text: JSON.stringify(tables),
    async restore() {
      if (states.get(db) === state) return false;
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
      states.set(db, state);
      return true;
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
