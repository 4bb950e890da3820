import { inflateSync } from 'node:zlib';

/** A part of the structure by which a PDF is read out, with its own words. */
export interface ReadTag {
  readonly type: string;
  readonly alt: string | null;
  readonly scope: string | null;
  readonly text: string;
  readonly children: readonly ReadTag[];
}

export interface ReadPdf {
  readonly pageCount: number;
  /** The whole structure below `Document`. */
  readonly root: ReadTag;
  /** Of each page: what is there for the eye only. */
  readonly artifacts: readonly string[];
  /** What is drawn and is neither tagged nor an artifact. */
  readonly unmarked: readonly string[];
  /** Text of the objects outside streams, for what has no reader of its own. */
  readonly objects: string;
  readonly metadata: string;
}

/** Reads back a PDF as pdfkit writes it: its structure, and every word at the place where it is read out. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = readObjects(bytes);
  const kids = numbersOf(
    /\/Type \/Pages\n\/Count \d+\n\/Kids \[([^\]]*)\]/.exec(allText(objects))?.[1] ?? '',
  );
  const pages = new Map(kids.map((page) => [page, readPage(page, objects)]));
  const tagOf = (id: number): ReadTag => {
    const dictionary = objects.get(id)?.text ?? '';
    const own = Number(
      /\/Pg (\d+) 0 R/.exec(dictionary.replace(/<<\n\/Type \/MCR[\s\S]*?>>/g, ''))?.[1] ?? Number.NaN,
    );
    const texts: string[] = [];
    const children: ReadTag[] = [];
    for (const kid of kidsOf(dictionary)) {
      if (kid.ref !== undefined) children.push(tagOf(kid.ref));
      else texts.push(pages.get(kid.page ?? own)?.marked.get(kid.mcid ?? -1) ?? '');
    }
    return {
      type: /\/S \/(\w+)/.exec(dictionary)?.[1] ?? '',
      alt: stringAfter(dictionary, '/Alt '),
      scope: /\/Scope \/(\w+)/.exec(dictionary)?.[1] ?? null,
      text: texts.join(''),
      children,
    };
  };
  const rootId = Number(/\/Type \/StructTreeRoot[\s\S]*?\/K \[(\d+) 0 R\]/.exec(allText(objects))?.[1]);
  return {
    pageCount: kids.length,
    root: tagOf(rootId),
    artifacts: [...pages.values()].map(({ artifacts }) => artifacts.join('|')),
    unmarked: [...pages.values()].flatMap(({ unmarked }) => unmarked),
    objects: allText(objects),
    metadata: Buffer.from(
      /<\?xpacket begin[\s\S]*<\?xpacket end="w"\?>/.exec(latin1(bytes))?.[0] ?? '',
      'latin1',
    ).toString(),
  };
}

/** Every tag below one, in the order in which they are read out. */
export const allTags = (tag: ReadTag): readonly ReadTag[] => [tag, ...tag.children.flatMap(allTags)];

/** All that is read out below a tag. */
export const textOf = (tag: ReadTag): string =>
  [tag.text, ...tag.children.map(textOf)].filter((text) => text !== '').join(' ');

interface PdfObject {
  readonly text: string;
  readonly stream: Buffer | null;
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function readObjects(bytes: Uint8Array): Map<number, PdfObject> {
  const whole = latin1(bytes);
  const objects = new Map<number, PdfObject>();
  const start = /(\d+) 0 obj\n/g;
  for (let found = start.exec(whole); found !== null; found = start.exec(whole)) {
    const from = found.index + found[0].length;
    const end = whole.indexOf('\nendobj', from);
    const streamAt = whole.slice(from, end).indexOf('stream\n');
    const text = streamAt < 0 ? whole.slice(from, end) : whole.slice(from, from + streamAt);
    const length = Number(/\/Length (\d+)/.exec(text)?.[1] ?? 0);
    const bytesAt = from + streamAt + 'stream\n'.length;
    const raw = streamAt < 0 ? null : Buffer.from(bytes.slice(bytesAt, bytesAt + length));
    objects.set(Number(found[1]), {
      text,
      stream: raw !== null && text.includes('/FlateDecode') ? inflateSync(raw) : raw,
    });
    start.lastIndex = whole.indexOf('endobj', raw === null ? from : bytesAt + length);
  }
  return objects;
}

const allText = (objects: ReadonlyMap<number, PdfObject>): string =>
  [...objects.values()].map(({ text }) => text).join('\n');

const numbersOf = (text: string): number[] => [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));

interface Kid {
  readonly ref?: number;
  readonly mcid?: number;
  readonly page?: number;
}

function kidsOf(dictionary: string): readonly Kid[] {
  const list = /\/K \[([\s\S]*?)\](?=\n)/.exec(dictionary)?.[1] ?? '';
  const pattern = /<<\n\/Type \/MCR\n\/Pg (\d+) 0 R\n\/MCID (\d+)\n>>|(\d+) 0 R|(\d+)/g;
  return [...list.matchAll(pattern)].map(([, page, mcid, ref, plain]) => {
    if (page !== undefined) return { page: Number(page), mcid: Number(mcid) };
    return ref === undefined ? { mcid: Number(plain) } : { ref: Number(ref) };
  });
}

interface ReadPage {
  readonly marked: Map<number, string>;
  readonly artifacts: string[];
  readonly unmarked: string[];
}

const CONTENT_PATTERN =
  /\/(\w+) <<\n([\s\S]*?)\n>> BDC|\/(\w+) BMC|\b(EMC)\b|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|\b(re|S|f)\b(?=\n)/g;

function readPage(page: number, objects: ReadonlyMap<number, PdfObject>): ReadPage {
  const dictionary = objects.get(page)?.text ?? '';
  const content =
    objects.get(Number(/\/Contents (\d+)/.exec(dictionary)?.[1]))?.stream?.toString('latin1') ?? '';
  const resources = objects.get(Number(/\/Resources (\d+)/.exec(dictionary)?.[1]))?.text ?? '';
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [
      name,
      readFont(Number(id), objects),
    ]),
  );
  const read: ReadPage = { marked: new Map(), artifacts: [], unmarked: [] };
  const open: { mcid: number | null; isArtifact: boolean; actual: string | null }[] = [];
  let font: readonly string[] = [];
  for (const [, tag, options = '', plainTag, ends, fontName, shown, drawn] of content.matchAll(
    CONTENT_PATTERN,
  )) {
    if (tag !== undefined || plainTag !== undefined) {
      const mcid = /\/MCID (\d+)/.exec(options)?.[1];
      const actual = stringAfter(options, '/ActualText ');
      open.push({
        mcid: mcid === undefined ? null : Number(mcid),
        isArtifact: (tag ?? plainTag) === 'Artifact',
        actual,
      });
      if (actual !== null) note(read, open, actual);
      if (mcid !== undefined) read.marked.set(Number(mcid), '');
    } else if (ends !== undefined) open.pop();
    else if (fontName !== undefined) font = fonts.get(fontName) ?? [];
    else if (shown !== undefined && open.every(({ actual }) => actual === null))
      note(read, open, decode(shown, font));
    else if (drawn !== undefined) note(read, open, '');
  }
  return read;
}

function note(
  read: ReadPage,
  open: readonly { mcid: number | null; isArtifact: boolean }[],
  text: string,
): void {
  const mcid = open.findLast((mark) => mark.mcid !== null)?.mcid ?? null;
  if (mcid !== null) read.marked.set(mcid, (read.marked.get(mcid) ?? '') + text);
  else if (open.some(({ isArtifact }) => isArtifact)) read.artifacts.push(text);
  else read.unmarked.push(text);
}

function readFont(id: number, objects: ReadonlyMap<number, PdfObject>): readonly string[] {
  const map = objects.get(Number(/\/ToUnicode (\d+)/.exec(objects.get(id)?.text ?? '')?.[1]));
  return [...(map?.stream?.toString('latin1').matchAll(/\[(.*?)\]/g) ?? [])].flatMap(([, list = '']) =>
    [...list.matchAll(/<([^>]*)>/g)].map(([, units = '']) =>
      String.fromCharCode(
        ...units
          .split(' ')
          .filter(Boolean)
          .map((unit) => Number.parseInt(unit, 16)),
      ),
    ),
  );
}

const decode = (shown: string, font: readonly string[]): string =>
  [...shown.matchAll(/<([^>]*)>/g)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((glyph) => font[Number.parseInt(glyph, 16)] ?? '')
    .join('');

/** The string that stands after a key; `null` where there is none. */
function stringAfter(dictionary: string, key: string): string | null {
  const at = dictionary.indexOf(`${key}(`);
  if (at < 0) return null;
  const bytes: string[] = [];
  for (let i = at + key.length + 1; dictionary[i] !== ')'; i++) {
    if (dictionary[i] === '\\') {
      i++;
      bytes.push({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[dictionary[i] ?? ''] ?? dictionary[i] ?? '');
    } else bytes.push(dictionary[i] ?? '');
  }
  const text = Buffer.from(bytes.join(''), 'latin1');
  return text[0] === 0xfe && text[1] === 0xff
    ? text.subarray(2).swap16().toString('utf16le')
    : text.toString('latin1');
}
