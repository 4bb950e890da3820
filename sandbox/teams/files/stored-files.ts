import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { World } from '../../core/world.ts';

/** A file in somebody's OneDrive, or the place where one is to be put. */
export interface StoredFile {
  /** Random, so that an address with it lets in whoever was given it, as those of OneDrive do. */
  readonly id: string;
  readonly name: string;
  /** Null: it has not been put there yet. */
  readonly content: Buffer | null;
}

/** Keeps a file, or with null a place for one. */
export function addFile(
  { db }: World,
  { name, content }: { name: string; content: Buffer | null },
): StoredFile {
  const id = randomUUID();
  db.prepare('insert into teams_file (id, name, content) values (?, ?, ?)').run(id, name, content);
  return { id, name, content };
}

export function findFile({ db }: World, id: string): StoredFile | undefined {
  const row = db.prepare('select id, name, content from teams_file where id = ?').get(id);
  if (row === undefined) return undefined;
  const { content } = row;
  return {
    id: String(row.id),
    name: String(row.name),
    content: content instanceof Uint8Array ? Buffer.from(content) : null,
  };
}

/** Puts the bytes in the place that was kept for them. */
export function fillFile({ db }: World, { id, content }: { id: string; content: Buffer }): void {
  db.prepare('update teams_file set content = ? where id = ?').run(content, id);
}

/** `docx`; empty where the name has no extension. */
export function fileTypeOf(name: string): string {
  return extname(name).slice(1).toLowerCase();
}

type FileName = Pick<StoredFile, 'id' | 'name'>;

/** Where the bytes are, below the sandbox's own address. */
export function downloadPathOf({ id, name }: FileName): string {
  return `/connector/files/${id}/${encodeURIComponent(name)}`;
}

export function downloadUrlOf({ config }: World, file: FileName): string {
  return `http://127.0.0.1:${config.port}${downloadPathOf(file)}`;
}

export function uploadUrlOf({ config }: World, { id }: FileName): string {
  return `http://127.0.0.1:${config.port}/connector/files/${id}`;
}

/** Where a person would open the file. Nothing is there in the sandbox, and a bot has no business there. */
export function contentUrlOf(
  { directory }: World,
  { personaId, name }: { personaId: string; name: string },
): string {
  const host = directory.site.hostname.replace('.', '-my.');
  return `https://${host}/personal/${personaId}/Documents/Applications/Milepost/${encodeURIComponent(name)}`;
}
