import { strFromU8, unzipSync } from 'fflate';

/** What somebody who has a Word document read out hears of it. */
export interface WordFile {
  /** The title and all headings, in order. */
  readonly headings: readonly string[];
  /** Cells of each table's header row. */
  readonly headerRows: readonly (readonly string[])[];
  readonly tablesWithoutHeaderRow: number;
  /** What is said of each picture. */
  readonly alternatives: readonly string[];
  readonly text: string;
}

/** Reads a Word document from its XML. */
export function readWordFile(bytes: Uint8Array): WordFile {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const paragraphs = elementsOf(xml, 'w:p');
  const tables = elementsOf(xml, 'w:tbl');
  const headerRows = tables.map((table) =>
    elementsOf(table, 'w:tr')
      .filter((row) => row.includes('<w:tblHeader'))
      .flatMap((row) => elementsOf(row, 'w:tc').map(textOf)),
  );
  return {
    headings: paragraphs.filter((one) => /<w:pStyle w:val="(Title|Heading\d)"/.test(one)).map(textOf),
    headerRows: headerRows.filter(({ length }) => length > 0),
    tablesWithoutHeaderRow: headerRows.filter(({ length }) => length === 0).length,
    alternatives: [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, said = '']) => said),
    text: paragraphs.map(textOf).join('\n'),
  };
}

/** Elements that hold none of their own kind. */
function elementsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>.*?</${name}>`, 'gs'))].map(([whole]) => whole);
}

function textOf(xml: string): string {
  const runs = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, said = '']) => said);
  return runs.join('').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
