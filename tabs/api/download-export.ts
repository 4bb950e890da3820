import type { PlanId } from '../../plan/plan.ts';
import type { FetchApi } from './fetch-api.ts';

export type ExportFormat = 'xlsx' | 'csv';

/** How long the browser is left to take the bytes. */
const KEPT_MS = 30_000;

/** `GET /plans/{planId}/export`: the whole plan as a file, kept by the browser as it keeps downloads. @throws ApiError */
export async function downloadExport(
  fetchApi: FetchApi,
  planId: PlanId,
  format: ExportFormat,
): Promise<void> {
  const response = await fetchApi({
    path: `/plans/${encodeURIComponent(planId)}/export?format=${format}`,
  });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameIn(response.headers.get('content-disposition')) ?? `plan.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** `attachment; filename*=UTF-8''Plan%20on%20a%20page.xlsx` names the file. */
function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? null : decodeURIComponent(encoded);
}
