import pg from 'pg';
import type { Database, Queryable } from './database.ts';

/** A PostgreSQL server's database. `connectionString` is what pg-boss connects with, on a pool of its own. */
export interface PostgresDatabase extends Database {
  readonly kind: 'postgres';
  readonly connectionString: string;
}

const DATE_OID = 1082;
const INT8_OID = 20;

/** Opens a pool on `connectionString`. The first statement fails when the server cannot be reached. */
export async function openPostgres(connectionString: string): Promise<PostgresDatabase> {
  const pool = new pg.Pool({ connectionString, types: { getTypeParser } as pg.CustomTypesConfig });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', ignore);

  return {
    kind: 'postgres',
    connectionString,
    ...queryableOf(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      // The pool listens to idle connections only; one that breaks between two statements would end the process.
      client.on('error', ignore);
      try {
        await client.query('BEGIN');
        const result = await work(queryableOf(client));
        await client.query('COMMIT');
        client.off('error', ignore);
        client.release();
        return result;
      } catch (error) {
        // A connection that cannot even roll back must not go back to the pool.
        const broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
        if (!broken) client.off('error', ignore);
        client.release(broken);
        throw error;
      }
    },
    script: async (sql) => void (await pool.query(sql)),
    close: () => pool.end(),
  };
}

/** The statement that was under way fails by itself, and the pool replaces the connection. */
function ignore(): void {}

/** Days stay text and counts become numbers, as PGlite answers them. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === DATE_OID) return (value) => value;
  if (oid === INT8_OID) return Number;
  return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
}

function queryableOf(runner: {
  query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}): Queryable {
  return {
    query: async <T>(sql: string, values: readonly unknown[] = []) =>
      (await runner.query(sql, [...values])).rows as T[],
  };
}
