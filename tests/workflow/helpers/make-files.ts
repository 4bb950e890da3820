import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { PlanDocument, ProseLine } from '../../../plan/import/document.ts';

type SheetCells = Parameters<typeof writeXlsxFile>[0][number]['data'];

/** A Word document as Word would write it, with the same paragraphs, points and tables. */
export async function makeDocx({
  prose,
  tables,
}: Pick<PlanDocument, 'prose' | 'tables'>): Promise<Uint8Array> {
  const children = [
    ...prose.map(paragraphOf),
    ...tables.flatMap(({ rows }) => [
      new Table({ rows: rows.map(({ cells }) => rowOf(cells)) }),
      new Paragraph(''),
    ]),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

/** A table of plain words, the first row its header. */
export function tableOf(...rows: readonly (readonly string[])[]): PlanDocument['tables'][number] {
  return { name: null, rows: rows.map((cells, at) => ({ number: at + 1, cells })) };
}

/** An Excel workbook with these sheets. */
export async function makeXlsx(sheets: Readonly<Record<string, SheetCells>>): Promise<Uint8Array> {
  const all = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }));
  return new Uint8Array(await writeXlsxFile(all).toBuffer());
}

/** A day as Excel keeps it, shown as `format` says. */
export function excelDay(serial: number, format = 'dd/mm/yyyy') {
  return { value: serial, type: Number, format };
}

/** Any packed file. */
export function makeZip(parts: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, encoder.encode(text)])),
  );
}

/** The text of a Markdown file with the same content. */
export function makeMarkdown({ prose, tables }: PlanDocument): string {
  const lines = prose.map(({ words, depth, strong }) => {
    const marked = strong.reduce((text, bold) => text.replace(bold, `**${bold}**`), words);
    return depth === null ? `${marked}\n` : `${' '.repeat(depth)}- ${marked}`;
  });
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
  const rows = tables.map((table) => {
    const [header = '', ...below] = table.rows.map(({ cells }) => `| ${cells.map(cell).join(' | ')} |`);
    return [header, `|${'---|'.repeat(table.rows[0]?.cells.length ?? 1)}`, ...below].join('\n');
  });
  return [...lines, ...rows].join('\n\n');
}

function paragraphOf({ words, depth, strong }: ProseLine): Paragraph {
  const [bold = ''] = strong;
  const [before = '', after = ''] = bold === '' ? [words] : words.split(bold);
  return new Paragraph({
    children: [
      new TextRun(before),
      ...(bold === '' ? [] : [new TextRun({ text: bold, bold: true })]),
      new TextRun(after),
    ],
    ...(depth === null ? {} : { bullet: { level: depth } }),
  });
}

function rowOf(cells: readonly string[]): TableRow {
  return new TableRow({
    children: cells.map(
      (cell) => new TableCell({ children: cell.split('\n').map((paragraph) => new Paragraph(paragraph)) }),
    ),
  });
}
