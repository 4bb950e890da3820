import { formatSort } from '../../plan/filter/sort.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Address } from '../address/address.ts';
import type { FetchApi } from './fetch-api.ts';
import { keepFile } from './keep-file.ts';

export type ExportFormat = 'xlsx' | 'csv';

/** What to take away: what an address shows of a plan; `shown: null` for the whole plan. */
export interface ExportAsk {
  readonly planId: PlanId;
  readonly format: ExportFormat;
  readonly shown: Address | null;
}

/** Parts of an address that say which items are shown, and of which days. */
const PARTS = ['view', 'on', 'since', 'list', 'theme', 'group', 'colour', 'stage', 'show', 'text'] as const;

/** `GET /plans/{planId}/export`: a file, kept by the browser as it keeps downloads. @throws ApiError */
export async function downloadExport(
  fetchApi: FetchApi,
  { planId, format, shown }: ExportAsk,
): Promise<void> {
  const query = new URLSearchParams({ format, ...(shown && partsOf(shown)) });
  const response = await fetchApi({ path: `/plans/${encodeURIComponent(planId)}/export?${query}` });
  await keepFile(response, `plan.${format}`);
}

function partsOf(address: Address): Record<string, string> {
  const said = PARTS.map((part) => [part, address[part]] as const).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(said), ...(address.sort && { sort: formatSort(address.sort) }) };
}
