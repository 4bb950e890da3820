import {
  Document,
  Header,
  HeadingLevel,
  type IPropertiesOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A council's document with these paragraphs; one that was typed in pieces, as Word keeps what was corrected, is a list. */
export async function makeTemplate(
  lines: readonly (string | readonly string[] | Table)[],
  options: Partial<IPropertiesOptions> = {},
  header = 'Example Council',
): Promise<Uint8Array> {
  const document = new Document({
    title: 'Template',
    styles: { default: { heading1: { run: { color: '123456' } } } },
    ...options,
    sections: [
      {
        properties: {
          page: { size: { width: 12_240, height: 15_840 }, margin: { left: 2000, right: 2000 } },
        },
        headers: { default: new Header({ children: [new Paragraph(header)] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Cover sheet' }),
          ...lines.map((line) =>
            line instanceof Table
              ? line
              : new Paragraph({ children: [line].flat().map((text) => new TextRun(String(text))) }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** A cell with a text, as a table. */
export const tableOf = (text: string): Table =>
  new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })] });

/** The same document with one part written differently. */
export function withPart(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[path] ?? new Uint8Array();
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(part))) });
}

/** The same file, whose first part says that it is so many bytes large once it is unpacked. */
export function claimingSize(bytes: Uint8Array, size: number): Uint8Array {
  const claiming = Buffer.from(bytes);
  claiming.writeUInt32LE(size, claiming.indexOf('PK\u0001\u0002') + 24);
  return new Uint8Array(claiming);
}
