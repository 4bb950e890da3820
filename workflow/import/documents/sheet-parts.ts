import { strFromU8, strToU8 } from 'fflate';
import { badFile } from './bad-file.ts';
import type { Parts } from './open-zip.ts';

/** Larger than any plan; some sheets name a cell at the end of the world, and reading would fill all up to it. */
const MAX_ROW = 50_000;
const MAX_COLUMN = 500;
const MAX_CELLS = 2_000_000;

/** What a sheet says besides its values, by its path in the file. Cells are named like `B3`. */
export interface SheetFacts {
  /** Dates that are shown as a month and year only. */
  readonly months: ReadonlySet<string>;
  /** Cells with a formula whose result the file does not hold. */
  readonly unsolved: readonly string[];
  /** Cells that are shown as one: `A2:A4`. */
  readonly merged: readonly string[];
}

/** A workbook's parts, ready for being read, and what its sheets say besides, in their order. */
export interface Workbook {
  readonly parts: Parts;
  readonly sheets: readonly SheetFacts[];
}

/**
 * Looks through a workbook before it is read: the library that reads it knows nothing of how a date is shown, drops
 * merged cells, gives up at a formula without a result, and fills every gap between cells.
 * @throws AppError `BAD_INPUT` for a sheet too large
 */
export function prepareWorkbook(parts: Parts): Workbook {
  const monthStyles = monthStylesOf(textOf(parts, 'xl/styles.xml'));
  const prepared: Record<string, Uint8Array> = { ...parts };
  const sheets = sheetPathsOf(parts).map((path) => {
    const months = new Set<string>();
    const unsolved: string[] = [];
    const sheet = textOf(parts, path);
    const solved = sheet.replace(CELL, (cell, name: string, inside: string | undefined) => {
      const at = attribute(cell, 'r') ?? '';
      checkPlace(at);
      if (monthStyles.has(attribute(cell, 's') ?? '')) months.add(at);
      const hasFormula = inside !== undefined && /<(?:\w+:)?f[\s/>]/.test(inside);
      if (!hasFormula || /<(?:\w+:)?v[\s>]/.test(inside)) return cell;
      unsolved.push(at);
      return `<${name} r="${at}"/>`;
    });
    checkRows(solved);
    prepared[path] = strToU8(solved);
    const merged = [...sheet.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([^"]*)"/g)].map(
      ([, ref = '']) => ref,
    );
    return { months, unsolved, merged };
  });
  return { parts: prepared, sheets };
}

/** `B3` as row 3, column 2. */
export function placeOf(cell: string): { readonly row: number; readonly column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(cell);
  if (!found) return null;
  const column = [...(found[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(found[2]), column };
}

const CELL = /<((?:\w+:)?c)\b(?:[^>"]|"[^"]*")*?(?:\/>|>([\s\S]*?)<\/\1>)/g;

function checkPlace(cell: string): void {
  const place = placeOf(cell);
  if (place !== null && (place.row > MAX_ROW || place.column > MAX_COLUMN)) throw tooLarge(cell);
}

function checkRows(sheet: string): void {
  let cells = 0;
  for (const [row] of sheet.matchAll(/<(?:\w+:)?row\b[^>]*>/g)) {
    if (Number(attribute(row, 'r') ?? 0) > MAX_ROW) throw tooLarge(`row ${attribute(row, 'r')}`);
  }
  for (const _ of sheet.matchAll(/<(?:\w+:)?c\b/g)) cells += 1;
  if (cells > MAX_CELLS) throw tooLarge(`${cells} cells`);
}

function tooLarge(what: string): Error {
  return badFile(
    `has a sheet that goes on to ${what}, far beyond any plan. Copy the plan’s rows into a new workbook and send that.`,
  );
}

/** Styles that show a date as `Mar-22` or `March 2022`: no day in them. */
function monthStylesOf(styles: string): ReadonlySet<string> {
  const formats = new Map([['17', 'mmm-yy']]);
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\b(?:[^>"]|"[^"]*")*>/g))
    formats.set(attribute(tag, 'numFmtId') ?? '', attribute(tag, 'formatCode') ?? '');
  const [cellFormats = ''] = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles) ?? [];
  return new Set(
    [...cellFormats.matchAll(/<(?:\w+:)?xf\b(?:[^>"]|"[^"]*")*>/g)].flatMap(([xf], at) =>
      isMonthFormat(formats.get(attribute(xf, 'numFmtId') ?? '') ?? '') ? [String(at)] : [],
    ),
  );
}

function isMonthFormat(code: string): boolean {
  const bare = code.replace(/&quot;.*?&quot;|"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return /m/.test(bare) && /y/.test(bare) && !/[dhs]/.test(bare);
}

/** Paths of the sheets in the order of their tabs. */
function sheetPathsOf(parts: Parts): string[] {
  const targets = new Map(
    [...textOf(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(
      ([tag]) => [attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? ''],
    ),
  );
  return [...textOf(parts, 'xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id') ?? '') ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

function textOf(parts: Parts, path: string): string {
  const part = parts[path];
  return part === undefined ? '' : strFromU8(part);
}

function attribute(tag: string, name: string): string | null {
  const open = tag.slice(0, tag.indexOf('>') + 1);
  return new RegExp(`\\s${name}="([^"]*)"`).exec(open)?.[1] ?? null;
}
