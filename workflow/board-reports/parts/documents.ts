import { dayOfReportKey } from '../../../plan/board-reports/report-key.ts';
import type { RowKey } from '../../../plan/rows.ts';
import type { DocumentPart } from '../../../store/board-report-parts.ts';
import { safeFileName } from '../../papers/file-name.ts';
import type { PostedVersion } from '../report-standing.ts';

/** Where documents of board reports lie in a plan's site. */
const HOME = 'Board reports';

/** Holds the records of all boards, by the keys of their reports: they are found whatever a board is called. */
const RECORDS = 'Records';

/** A Word file that people put there, after which Word documents look. */
export const TEMPLATE_PATH = `${HOME}/Template.docx`;

/** In the order in which they are made and listed: what people read first. */
export const DOCUMENT_PARTS = [
  'word',
  'pdf',
  'note',
  'easy-read',
  'record',
] as const satisfies readonly DocumentPart[];

export function byOrder(
  one: { readonly part: DocumentPart },
  other: { readonly part: DocumentPart },
): number {
  return DOCUMENT_PARTS.indexOf(one.part) - DOCUMENT_PARTS.indexOf(other.part);
}

const ENDINGS: Readonly<Record<Exclude<DocumentPart, 'record'>, string>> = {
  word: '.docx',
  pdf: '.pdf',
  note: ', public note.docx',
  'easy-read': ', easy read.docx',
};

/** A board's own folder: none that another board has, or had under another name. */
export function folderFor(boardName: string, boardKey: RowKey, taken: readonly string[]): string {
  const name = safeFileName(boardName, 'Board');
  const isTaken = [RECORDS, ...taken].some((one) => one.toLowerCase() === name.toLowerCase());
  return isTaken ? `${name} (${safeFileName(boardKey)})` : name;
}

/** Where a document of a version lies. Made again, it takes its own place. */
export function pathOfDocument(
  part: DocumentPart,
  reportKey: RowKey,
  { version, folder, content }: Pick<PostedVersion, 'version' | 'folder' | 'content'>,
): string {
  if (part === 'record') return pathOfRecord(reportKey, version);
  const { meetingOn, periodTo } = content.data;
  return `${HOME}/${folder ?? 'Board'}/${nameOf(reportKey, meetingOn ?? periodTo, version)}${ENDINGS[part]}`;
}

/** Where the record of a version lies. */
export function pathOfRecord(reportKey: RowKey, version: number): string {
  return `${HOME}/${RECORDS}/${letters(reportKey)} v${version}.json`;
}

/** `2022-02-14 report`, `2022-02-21 (planned for 2022-02-14) report (version 2)`: one for each report of a board. */
function nameOf(reportKey: RowKey, day: string, version: number): string {
  const planned = dayOfReportKey(reportKey) ?? reportKey;
  const which = planned === day ? '' : ` (planned for ${safeFileName(planned)})`;
  return `${day}${which} report${version === 1 ? '' : ` (version ${version})`}`;
}

/** A key with nothing in it that a file name may not have; two keys never come to the same. */
function letters(key: RowKey): string {
  return key.replaceAll(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}
