import type { AppError } from '../../../plan/errors.ts';
import type { DocumentTable, PlanDocument } from '../../../plan/import/document.ts';
import { isUnderstood } from '../../../plan/import/recognise-table.ts';
import { LONGEST_TEXT } from '../../../plan/import/text.ts';
import { textDocument } from '../../../plan/import/text-document.ts';
import { badFile } from './bad-file.ts';
import { decodeText } from './decode-text.ts';
import { openZip, type Parts } from './open-zip.ts';
import { readCsv } from './read-csv.ts';
import { readDocx } from './read-docx.ts';
import { readXlsx } from './read-xlsx.ts';

/** A plan without its pictures is far smaller. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** What a file begins with that is no plan, and what to do instead. */
const REFUSED: readonly (readonly [start: string, what: string])[] = [
  [
    '%PDF',
    'is a PDF. Send the Word document or workbook it was made from, or copy its text into a text file.',
  ],
  ['{\\rtf', 'is rich text (.rtf). Open it in Word, save it as a Word document (.docx) and send that.'],
  ['\u0089PNG', 'is a picture. Send the document or workbook itself.'],
  ['\u00FF\u00D8\u00FF', 'is a picture. Send the document or workbook itself.'],
  ['GIF8', 'is a picture. Send the document or workbook itself.'],
];

/** Office files before 2007, and files with a password of today. */
const OLD_OFFICE = '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1';

/** What was read of a file. */
export interface ReadFile {
  readonly document: PlanDocument;
  /** What of the file itself could not be read, in words. */
  readonly doubts: readonly string[];
}

/**
 * Reads a file by what it holds; its name only says whether text is meant as values parted by commas.
 * @throws AppError `BAD_INPUT` saying what is wrong with the file and what to do
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length === 0) throw badFile('is empty. Save the plan again and send that.');
  if (bytes.length > MAX_FILE_BYTES) throw fileTooLarge();
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith('PK')) return readParts(openZip(bytes));
  if (start === OLD_OFFICE) throw badFile(oldOffice(bytes));
  const refused = REFUSED.find(([mark]) => start.startsWith(mark));
  if (refused) throw badFile(refused[1]);
  return { document: readText(name, decodeText(bytes)), doubts: [] };
}

export function fileTooLarge(): AppError {
  return badFile(
    'is larger than 20 MB. Take the pictures out, or copy the plan into a new file, and send that.',
  );
}

async function readParts(parts: Parts): Promise<ReadFile> {
  const paths = Object.keys(parts);
  if (paths.includes('word/document.xml')) return { document: await readDocx(parts), doubts: [] };
  if (paths.includes('xl/workbook.xml')) {
    const { tables, doubts } = await readXlsx(parts);
    return { document: spreadsheet(tables), doubts };
  }
  const csv = paths.filter((path) => /\.csv$/i.test(path));
  if (csv.length > 0) return { document: spreadsheet(csv.map((path) => csvPart(parts, path))), doubts: [] };
  if (paths.some((path) => path.startsWith('ppt/')))
    throw badFile(
      'is a PowerPoint file. Copy the plan’s table into a Word document or workbook and send that.',
    );
  throw badFile(
    'is packed, but neither Word nor Excel. Save the plan as a Word document (.docx) or workbook (.xlsx) and send that.',
  );
}

function csvPart(parts: Parts, path: string): DocumentTable {
  const name = path.replace(/^.*\//, '').replace(/\.csv$/i, '');
  return readCsv(decodeText(parts[path] ?? new Uint8Array()), name);
}

function readText(name: string, text: string): PlanDocument {
  if (text.trim() === '') throw badFile('is empty. Save the plan again and send that.');
  if (text.length > LONGEST_TEXT)
    throw badFile(`has more than ${LONGEST_TEXT.toLocaleString('en-GB')} characters. Send the plan alone.`);
  const asValues = () => spreadsheet([readCsv(text, null)]);
  const asText = () => textDocument(text);
  const ways = /\.(csv|tsv)$/i.test(name) ? [asValues, asText] : [asText, asValues];
  const documents = ways.map((read) => read());
  return documents.find(isUnderstood) ?? (documents[0] as PlanDocument);
}

function spreadsheet(tables: readonly DocumentTable[]): PlanDocument {
  return { tables, prose: [], isSpreadsheet: true };
}

function oldOffice(bytes: Uint8Array): string {
  // Names of streams stand in the file as UTF-16.
  const words = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (words.includes('EncryptedPackage'))
    return 'is protected by a password. Open it, take the password off (File, Info, Protect), save it and send that.';
  if (words.includes('WordDocument'))
    return 'is an old Word document (.doc). Open it in Word, save it as a Word document (.docx) and send that.';
  if (words.includes('Workbook'))
    return 'is an old Excel workbook (.xls). Open it in Excel, save it as an Excel workbook (.xlsx) and send that.';
  return 'is an old Office file, or one with a password. Open it, save it as .docx or .xlsx without a password and send that.';
}
