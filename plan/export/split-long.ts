import type { ExportCell, ExportSheet } from './sheets.ts';

/** Excel holds 32,767 characters in a cell. */
const LONGEST_CELL = 32_000;

/** How far back a place is looked for where neither side is a space: cells lose the spaces at their ends. */
const LOOK_BACK = 500;

/** A sheet in which texts too long for a cell of Excel go on in columns of their own: `Full text (2)`. */
export function splitLong(sheet: ExportSheet): ExportSheet {
  const partsOf = sheet.header.map((_, at) =>
    Math.max(1, ...sheet.rows.map((row) => pieces(row[at]).length)),
  );
  if (partsOf.every((parts) => parts === 1)) return sheet;
  return {
    name: sheet.name,
    header: sheet.header.flatMap((label, at) =>
      Array.from({ length: partsOf[at] ?? 1 }, (_, part) => (part === 0 ? label : `${label} (${part + 1})`)),
    ),
    rows: sheet.rows.map((row) =>
      row.flatMap((cell, at) => {
        const found = pieces(cell);
        return Array.from(
          { length: partsOf[at] ?? 1 },
          (_, part) => found[part] ?? { kind: 'empty' as const },
        );
      }),
    ),
  };
}

function pieces(cell: ExportCell | undefined): ExportCell[] {
  if (cell?.kind !== 'text' || cell.text.length <= LONGEST_CELL) return cell === undefined ? [] : [cell];
  const parts: ExportCell[] = [];
  let rest = cell.text;
  while (rest.length > LONGEST_CELL) {
    const end = cutBefore(rest);
    parts.push({ kind: 'text', text: rest.slice(0, end) });
    rest = rest.slice(end);
  }
  return [...parts, { kind: 'text', text: rest }];
}

function cutBefore(text: string): number {
  for (let end = LONGEST_CELL; end > LONGEST_CELL - LOOK_BACK; end -= 1) {
    const isSolid = !/\s/.test(text.slice(end - 1, end + 1));
    const isWhole = !/[\uDC00-\uDFFF]/.test(text.charAt(end));
    if (isSolid && isWhole) return end;
  }
  return LONGEST_CELL;
}
