import { readFile, stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Encoding, LEAST_PACKED_BYTES, pack } from './encodings.ts';

const DIST = fileURLToPath(new URL('../../tabs/dist/', import.meta.url));
/** Pictures and fonts are packed already. */
const PACKED_TYPES = /\.(html|js|css|svg|json)$/;

/** A file of the tab as it is sent. */
export interface TabFile {
  readonly content: Uint8Array;
  /** `null`: as it stands. */
  readonly encoding: Encoding | null;
}

interface KeptFile {
  /** Another build is another file. */
  readonly mtimeMs: number;
  readonly bodies: Map<Encoding | null, Promise<Uint8Array>>;
}

/** Only of files that are there: they are as many as the build made. */
const kept = new Map<string, KeptFile>();

/**
 * Reads a file of the built tab, packed as asked where that makes it smaller; each is read and packed once and kept.
 * `null` for whatever is no file of the build.
 */
export async function readTabFile(path: string, encoding: Encoding | null): Promise<TabFile | null> {
  const file = join(DIST, normalize(path));
  if (!file.startsWith(DIST) || file.endsWith(sep)) return null;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return null;
  let known = kept.get(file);
  if (known?.mtimeMs !== found.mtimeMs) {
    known = { mtimeMs: found.mtimeMs, bodies: new Map() };
    kept.set(file, known);
  }
  const { bodies } = known;
  const once = (name: Encoding | null, make: () => Promise<Uint8Array>) => {
    const body = bodies.get(name) ?? make();
    bodies.set(name, body);
    // What fails is tried again by whoever asks next.
    body.catch(() => bodies.delete(name));
    return body;
  };
  const asItStands = () => once(null, () => readFile(file));
  const isPacked = PACKED_TYPES.test(file) && found.size >= LEAST_PACKED_BYTES;
  if (encoding === null || !isPacked) return { content: await asItStands(), encoding: null };
  const content = await once(encoding, async () => pack(await asItStands(), encoding, 'small'));
  return { content, encoding };
}
