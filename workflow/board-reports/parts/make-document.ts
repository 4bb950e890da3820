import type { SiteDocuments } from '../../../graph/documents/site-documents.ts';
import type { Paper } from '../../../plan/content.ts';
import type { DocumentPart } from '../../../store/board-report-parts.ts';
import { writePdfOnDemand, writeWordOnDemand } from '../../papers/on-demand.ts';
import { LARGEST_TEMPLATE } from '../../papers/word/template-faults.ts';
import type { PaperFormat, ReportPaperKind } from '../../use-cases/board-reports.ts';
import { TEMPLATE_PATH } from './documents.ts';

export const CONTENT_TYPES: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** What each document of paper is. */
export const PAPERS: Readonly<
  Record<Exclude<DocumentPart, 'record'>, { readonly paper: ReportPaperKind; readonly format: PaperFormat }>
> = {
  word: { paper: 'report', format: 'docx' },
  pdf: { paper: 'report', format: 'pdf' },
  note: { paper: 'note', format: 'docx' },
  'easy-read': { paper: 'easy-read', format: 'docx' },
};

/**
 * The bytes of a paper. Word documents look as the template does that somebody put among the documents of the site.
 * @throws AppError in words where the template is no Word file, or can't be read
 */
export async function writePaper(
  documentsOf: () => Promise<SiteDocuments>,
  paper: Paper,
  format: PaperFormat,
): Promise<Uint8Array> {
  if (format === 'pdf') return writePdfOnDemand(paper);
  const template = await (await documentsOf()).read(TEMPLATE_PATH, { mostBytes: LARGEST_TEMPLATE });
  return writeWordOnDemand(paper, { template: template?.bytes ?? null });
}
