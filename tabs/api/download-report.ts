import type { ReportAsk } from './change-report.ts';
import type { FetchApi } from './fetch-api.ts';
import { keepFile } from './keep-file.ts';
import { reportPath } from './view-reports.ts';

/** What can be handed out of a report. */
export type ReportPaper = 'report' | 'note' | 'easy-read';
export type PaperFormat = 'docx' | 'pdf';

/** `GET …/board-reports/{key}/papers/{paper}?format=&version=`: a file, kept by the browser. @throws ApiError */
export async function downloadReport(
  fetchApi: FetchApi,
  {
    planId,
    key,
    version,
    paper,
    format,
  }: ReportAsk & { version: number | null; paper: ReportPaper; format: PaperFormat },
): Promise<void> {
  const query = new URLSearchParams({ format, ...(version === null ? {} : { version: `${version}` }) });
  const response = await fetchApi({ path: `${reportPath(planId, key)}/papers/${paper}?${query}` });
  await keepFile(response, `${paper}.${format}`);
}
