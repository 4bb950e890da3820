/** A value that can be bound to a `$n` placeholder. Objects are bound as JSON text with a `::jsonb` cast. */
export type SqlValue = string | number | boolean | null | readonly string[] | readonly number[];

/** Runs one SQL statement; PostgreSQL dialect, `$1` placeholders. Answers its rows. */
export interface Queryable {
  query<T>(sql: string, values?: readonly SqlValue[]): Promise<T[]>;
}

/**
 * The one database of an installation: PGlite in this process, or a PostgreSQL server.
 * A statement alone is durable when its promise resolves; several are, together, inside `transaction`.
 */
export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres';
  /** Commits when `work` resolves, rolls back when it throws. Never nest. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Runs a script of several statements. Only for migrations. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}
