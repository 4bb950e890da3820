import type { DatabaseSync } from 'node:sqlite';

/** Small facts about the sandbox itself, kept in its database. */
export interface Meta {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** Opens the table of small facts, making it at first. */
export function openMeta(db: DatabaseSync): Meta {
  db.exec('create table if not exists core_meta (name text primary key, value text not null) strict');
  const read = db.prepare('select value from core_meta where name = ?');
  const write = db.prepare(
    'insert into core_meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
  );
  return {
    get: (name) => read.get(name)?.value as string | undefined,
    set: (name, value) => {
      write.run(name, value);
    },
  };
}
