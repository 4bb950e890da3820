import { strFromU8, unzipSync } from 'fflate';
import { LARGEST_TEMPLATE, templateFault } from './template-faults.ts';

/** What has to be known of a template before it is filled. */
export interface OpenTemplate {
  readonly bytes: Uint8Array;
  /** `word/styles.xml`; empty where it has none. */
  readonly styles: string;
  /** Between the margins of its last section, in twips. */
  readonly textWidth: number;
}

/** Bytes of all its parts: what is packed small can be huge. */
const LARGEST_UNPACKED = 100_000_000;
const OLE_START = [0xd0, 0xcf, 0x11, 0xe0];
const BODY = 'word/document.xml';
const READ = new Set(['[Content_Types].xml', BODY, 'word/styles.xml']);
const OTHER_TEXT_PATTERN = /^word\/(header|footer|footnotes|endnotes)\d*\.xml$/;

/** In twips: A4 with Word's usual margins, and what no page is beyond. */
const WIDTH = { usual: 9026, least: 3000, most: 30_000 } as const;

/**
 * Looks whether a template can be filled.
 * @throws AppError `BAD_INPUT`, see `templateFault`
 */
export function openTemplate(bytes: Uint8Array): OpenTemplate {
  if (bytes.length > LARGEST_TEMPLATE) throw templateFault('too large');
  if (OLE_START.every((byte, at) => bytes[at] === byte)) throw templateFault('older or protected');
  const parts = unpack(bytes);
  const types = parts.get('[Content_Types].xml') ?? '';
  const body = parts.get(BODY);
  if (/macroEnabled|vbaProject/i.test(types)) throw templateFault('macros');
  if (/wordprocessingml\.template\.main\+xml/.test(types)) throw templateFault('a template of Word');
  if (body === undefined || !/wordprocessingml\.document\.main\+xml/.test(types))
    throw templateFault('not Word');
  checkPlace(body, parts);
  return { bytes, styles: parts.get('word/styles.xml') ?? '', textWidth: textWidthOf(body) };
}

function unpack(bytes: Uint8Array): ReadonlyMap<string, string> {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        return total <= LARGEST_UNPACKED && (READ.has(name) || OTHER_TEXT_PATTERN.test(name));
      },
    });
    if (total > LARGEST_UNPACKED) throw templateFault('too large');
    return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch (cause) {
    throw total > LARGEST_UNPACKED ? templateFault('too large') : templateFault('not Word', cause);
  }
}

const PLACE = '{{report}}';
/** Paragraphs; one with a box in it holds others, whose words are then seen with its own. */
const PARAGRAPH_PATTERN = /<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gs;

function checkPlace(body: string, parts: ReadonlyMap<string, string>): void {
  const texts = paragraphsOf(body).filter((text) => text.includes(PLACE));
  const count = texts.reduce((sum, text) => sum + text.split(PLACE).length - 1, 0);
  if (count > 1) throw templateFault('several places');
  const [text] = texts;
  if (text !== undefined) {
    if (text !== PLACE) throw templateFault('not alone');
    if (isInBox(body)) throw templateFault('place elsewhere');
    return;
  }
  const others = [...parts].filter(([name]) => OTHER_TEXT_PATTERN.test(name));
  const isElsewhere = others.some(([, xml]) => paragraphsOf(xml).some((words) => words.includes(PLACE)));
  throw templateFault(isElsewhere ? 'place elsewhere' : 'no place');
}

/** The words of each paragraph, without spaces around; Word may keep one word in several pieces. */
const paragraphsOf = (xml: string): readonly string[] =>
  (xml.match(PARAGRAPH_PATTERN) ?? []).map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, words = '']) => words)
      .join('')
      .trim()
      .replace(/\{\{\s*report\s*\}\}/g, PLACE),
  );

const isInBox = (body: string): boolean =>
  (body.match(/<w:txbxContent>.*?<\/w:txbxContent>/gs) ?? []).some((box) =>
    paragraphsOf(box).some((words) => words.includes(PLACE)),
  );

function textWidthOf(body: string): number {
  const section = body.match(/<w:sectPr\b.*?<\/w:sectPr>/gs)?.at(-1) ?? '';
  const page = numberOf(section, /<w:pgSz\b[^>]*\bw:w="(\d+)"/);
  const left = numberOf(section, /<w:pgMar\b[^>]*\bw:left="(\d+)"/);
  const right = numberOf(section, /<w:pgMar\b[^>]*\bw:right="(\d+)"/);
  if (page === null || left === null || right === null) return WIDTH.usual;
  return Math.min(WIDTH.most, Math.max(WIDTH.least, page - left - right));
}

function numberOf(xml: string, pattern: RegExp): number | null {
  const digits = pattern.exec(xml)?.[1];
  return digits === undefined ? null : Number(digits);
}
