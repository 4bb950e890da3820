import type { Queryable } from '../../store/database.ts';
import type { MirrorValues } from '../../store/mirror.ts';
import { putRow } from '../managing/put-row.ts';
import type { Said } from '../write-row.ts';
import type { ReportStanding } from './report-standing.ts';

/** Changes the row of a report in the list, here at once and soon in SharePoint. */
export function putReportRow(
  tx: Queryable,
  { plan, row }: Pick<ReportStanding, 'plan' | 'row'>,
  changes: MirrorValues,
  said: Said,
): Promise<boolean> {
  return putRow(tx, plan.id, { list: 'Board reports', key: row.key, changes, said });
}

/** A row says where its first version stands; what is posted stays posted while it is corrected. */
export async function backToDraft(tx: Queryable, standing: ReportStanding, said: Said): Promise<void> {
  if (standing.posted.length > 0) return;
  await putReportRow(tx, standing, { state: 'Draft', approvedBy: null }, said);
}
