import PDFDocument from 'pdfkit';
import type { Paper } from '../../../plan/content/paper.ts';
import { linesOf, oneLine } from '../clean-text.ts';
import { runsOfLine } from './directions.ts';
import { FONTS, type FontName, writable } from './fonts.ts';
import { NO_DAY } from './no-day.ts';
import { wrap } from './wrap.ts';

/** How a text looks. Sizes in points. */
export interface Look {
  readonly font: FontName;
  readonly size: number;
  /** `RRGGBB`. Default: black. */
  readonly colour?: string;
}

/** A part of the structure by which a PDF is read out. */
export type Tag = PDFKit.PDFStructureElement;

/** What is said of a part of the structure. */
export interface TagOptions {
  /** Read out in place of what is drawn. */
  readonly alt?: string;
  /** Where it stands: left, top, right and bottom, in points. */
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: 'Block';
  /** What the head of a table is about. */
  readonly scope?: 'Column';
}

const A4 = { width: 595.28, height: 841.89 } as const;
/** Points: 1.9 cm, in which the foot stands too. */
export const MARGIN = 54;
export const TEXT_WIDTH = A4.width - 2 * MARGIN;
const BOTTOM = A4.height - MARGIN;
/** Of a line, for each point of its size. */
const LEADING = 1.27;
/** Letters of 10 points become 14. */
const LARGE = 1.4;

/** What a library's font knows; its types leave it out. */
interface Glyphs {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/**
 * Pages that are filled from above. Everything on them is either tagged, and so read out in its order, or marked as there
 * for the eye only.
 */
export interface Sheet {
  readonly document: PDFKit.PDFDocument;
  /** Where the next thing is put, in points from the top of the page. */
  y: number;
  /** Of the whole paper; everything that is read out hangs below it. */
  readonly root: Tag;
  /** Begins a new page unless so much is left of this one. Says whether it did. */
  makeRoom(height: number): boolean;
  /** Points that are left of this page. */
  left(): number;
  newPage(): void;
  lineHeight(look: Look): number;
  /** The lines of a text as they are drawn. */
  lines(text: string, look: Look, width: number): readonly string[];
  /** Draws one line; it is part of whatever is open. */
  write(line: string, look: Look, at: { readonly x: number; readonly y: number }): void;
  /** A new part below another. */
  tag(parent: Tag, type: string, options?: TagOptions): Tag;
  /** Draws something for the eye only. */
  unread(draw: () => void): void;
}

/** An empty sheet of A4 in British English, by PDF/UA's rules as far as the library knows them. */
export function openSheet({ title, subtitle, isLarge = false }: Paper): Sheet {
  const scale = isLarge ? LARGE : 1;
  const options = {
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    size: [A4.width, A4.height],
    margin: 0,
    bufferPages: true,
    info: {
      Title: inMetadata(title),
      Subject: inMetadata(subtitle[0] ?? ''),
      Author: 'Milepost',
      Creator: 'Milepost',
      Producer: 'Milepost',
      CreationDate: NO_DAY,
    },
  };
  // The library's types are behind what it takes.
  const document = new PDFDocument(options as object);
  for (const [name, path] of Object.entries(FONTS)) document.registerFont(name, path);
  const root = document.struct('Document');
  document.addStructure(root);
  const widths = new Map<string, number>();

  function use({ font, size, colour = '000000' }: Look): void {
    document
      .font(font)
      .fontSize(size * scale)
      .fillColor(`#${colour}`);
  }

  function hasCharacter(codePoint: number): boolean {
    return (document as unknown as Glyphs)._font.font.hasGlyphForCodePoint(codePoint);
  }

  /** Of a text in the look that is in use. */
  function widthOf(text: string, { font, size }: Look): number {
    const key = `${font} ${size} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const width = document.widthOfString(text);
    widths.set(key, width);
    return width;
  }

  const sheet: Sheet = {
    document,
    root,
    y: MARGIN,
    left: () => BOTTOM - sheet.y,
    newPage() {
      document.addPage();
      sheet.y = MARGIN;
    },
    makeRoom(height) {
      if (sheet.y === MARGIN || height <= sheet.left()) return false;
      sheet.newPage();
      return true;
    },
    lineHeight: ({ size }) => size * scale * LEADING,
    lines(text, look, width) {
      use(look);
      const written = linesOf(text).map((line) => writable(line, hasCharacter));
      return written.flatMap((line, at) => {
        const wrapped = wrap(line, width, (part) => widthOf(part, look));
        return at === written.length - 1 ? wrapped : [...wrapped.slice(0, -1), `${wrapped.at(-1)} `];
      });
    },
    write(line, look, { x, y }) {
      use(look);
      let left = x;
      for (const { drawn, actual } of runsOfLine(line)) {
        if (actual !== null) document.markContent('Span', { actual });
        document.text(drawn, left, y, { lineBreak: false });
        if (actual !== null) document.endMarkedContent();
        left += document.widthOfString(drawn);
      }
    },
    tag(parent, type, tagOptions = {}) {
      // The library's types are behind what it takes.
      const tag = document.struct(type, tagOptions as object);
      parent.add(tag);
      return tag;
    },
    unread(draw) {
      document.markContent('Artifact', { type: 'Layout' });
      draw();
      document.endMarkedContent();
    },
  };
  return sheet;
}

/** The library writes its metadata as XML without a word for these signs. */
const inMetadata = (text: string): string =>
  oneLine(text).replaceAll('&', 'and').replaceAll('<', '‹').replaceAll('>', '›');
