import { todayIn } from '../../plan/calendar/dates.ts';
import { buildOverview } from '../../plan/dashboard/build-overview.ts';
import type { ChosenDays } from '../../plan/dashboard/days-shown.ts';
import { type ExportSheet, exportSheets } from '../../plan/export/sheets.ts';
import { type ShownView, viewFileName, viewSheets } from '../../plan/export/view-sheets.ts';
import type { Standing } from '../../plan/import/standing.ts';
import type { PlanId } from '../../plan/plan.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { standingInMirror } from '../import/read-standing.ts';
import type { Actor, ExportedFile } from '../use-cases.ts';
import { writeCsv, writePackedCsv } from './files/write-csv.ts';
import { writeXlsx } from './files/write-xlsx.ts';

type Format = 'xlsx' | 'csv';

interface ExportAsk {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly format: Format;
  /** A page of the dashboard with its filter and days; absent for the whole plan. */
  readonly shown?: ShownView & ChosenDays;
}

/**
 * The whole plan, or what a page of the dashboard shows of it, as a file. As the mirror has it: answers that SharePoint
 * has not had yet are in it.
 * @throws AppError `BAD_INPUT` for days that cannot be shown
 */
export async function exportPlan(
  deps: WorkflowDeps,
  { actor, planId, format, shown }: ExportAsk,
): Promise<ExportedFile> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const now = deps.clock.now();
  if (shown) {
    const { on, since } = shown;
    const overview = buildOverview(plan, { viewer: owner, on, since }, now);
    return asFile(viewSheets(overview, shown), { name: viewFileName(overview, shown), format });
  }
  const today = todayIn(now, plan.settings.timeZone);
  return exportFile(await standingInMirror(deps.database, planId), { planId, format, today });
}

/** A file of the lists as they stand, named by plan and day. */
export async function exportFile(
  standing: Standing,
  { planId, format, today }: { planId: PlanId; format: Format; today: string },
): Promise<ExportedFile> {
  return asFile(exportSheets(standing, planId), { name: `${planId} ${today}`, format });
}

/** A workbook; or CSV, which is packed where there are several tables. */
async function asFile(
  sheets: readonly ExportSheet[],
  { name, format }: { name: string; format: Format },
): Promise<ExportedFile> {
  const [first, ...others] = sheets;
  if (format === 'xlsx') {
    return {
      name: `${name}.xlsx`,
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeXlsx(sheets),
    };
  }
  return first !== undefined && others.length === 0
    ? { name: `${name}.csv`, contentType: 'text/csv; charset=utf-8', bytes: writeCsv(first) }
    : { name: `${name}.zip`, contentType: 'application/zip', bytes: writePackedCsv(sheets) };
}
