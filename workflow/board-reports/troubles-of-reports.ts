import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { TroubleCode } from '../../plan/troubles.ts';
import { readFailedParts } from '../../store/board-report-parts.ts';
import { readUnknownReports } from '../../store/board-report-unknown.ts';
import { countReportVersions } from '../../store/board-report-versions.ts';
import type { Queryable } from '../../store/database.ts';
import { readUnsentPeriods } from '../../store/find-notice.ts';
import type { FoundTrouble } from '../../store/troubles.ts';
import { REPORT_NOTICE, reportOfNotice } from './parts/card-notice.ts';

/** A part of a posted report could not be made, or a posted report can't be shown: one trouble for each board. */
export async function troublesOfReports(db: Queryable, plan: Plan): Promise<FoundTrouble[]> {
  const failed = [
    ...(await readFailedParts(db, plan.id)).map(({ reportKey }) => reportKey),
    ...(await readUnsentPeriods(db, plan.id, REPORT_NOTICE)).map(
      (period) => reportOfNotice(period).reportKey,
    ),
  ];
  return [
    ...ofBoards(plan, 'REPORT_PART_FAILED', failed),
    ...ofBoards(plan, 'REPORT_UNKNOWN', await unknownReports(db, plan)),
  ];
}

/** Records that could not be asked for are asked for again: only those that were of no use. */
async function unknownReports(db: Queryable, plan: Plan): Promise<RowKey[]> {
  const unknown = (await readUnknownReports(db, plan.id)).filter(({ code }) => code !== 'out of reach');
  if (unknown.length === 0) return [];
  const known = new Set((await countReportVersions(db, plan.id)).map(({ reportKey }) => reportKey));
  return unknown.map(({ reportKey }) => reportKey).filter((key) => !known.has(key));
}

function ofBoards(plan: Plan, code: TroubleCode, reportKeys: readonly RowKey[]): FoundTrouble[] {
  const reports = plan.boardReports.filter(({ key }) => reportKeys.includes(key));
  return [...Map.groupBy(reports, ({ board }) => board)].map(([board, ofBoard]) => ({
    list: code === 'REPORT_UNKNOWN' ? 'Board reports' : '',
    code,
    subject: board ?? '',
    detail: { item: ofBoard[0]?.title ?? '', count: ofBoard.length },
  }));
}
