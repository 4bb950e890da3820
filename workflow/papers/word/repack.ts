import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Files of a package by their path. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** The earliest that a package can say, in whatever zone it is read. */
const NO_DAY = '1980-01-01T00:00:00';
const CORE = 'docProps/core.xml';
/** When a document was made: it is made anew each time, and must be the same each time. */
const MADE_PATTERN = /<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g;
/** Ids that docx makes up at random, with which the parts of a document name each other. */
const RANDOM_ID_PATTERN = /\bId="([a-z0-9_-]{21})"/g;

/**
 * Packs a Word document so that the same document is always the same bytes: without moments, and with ids by their order.
 * @param change what else is to be different in a part
 */
export function repack(bytes: Uint8Array, change: (path: string, text: string) => string = same): Uint8Array {
  const parts = unzipSync(bytes);
  const names = renamedIds(parts);
  const packed: Zippable = {};
  for (const [path, content] of Object.entries(parts)) {
    packed[path] = [
      isXml(path) ? strToU8(fixed(path, strFromU8(content), names, change)) : content,
      { mtime: NO_DAY },
    ];
  }
  return zipSync(packed, { level: 9 });
}

function fixed(
  path: string,
  text: string,
  names: ReadonlyMap<string, string>,
  change: (path: string, text: string) => string,
): string {
  const undated = path === CORE ? text.replace(MADE_PATTERN, '') : text;
  let renamed = undated;
  for (const [random, name] of names) renamed = renamed.replaceAll(`"${random}"`, `"${name}"`);
  return change(path, renamed);
}

function renamedIds(parts: Parts): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [path, content] of Object.entries(parts)) {
    if (!path.endsWith('.rels')) continue;
    for (const [, id = ''] of strFromU8(content).matchAll(RANDOM_ID_PATTERN))
      names.set(id, `rIdMilepost${names.size + 1}`);
  }
  return names;
}

const isXml = (path: string): boolean => /\.(xml|rels)$/.test(path);

const same = (_path: string, text: string): string => text;
