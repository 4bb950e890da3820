import { todayIn } from '../../plan/calendar/dates.ts';
import { exportSheets } from '../../plan/export/sheets.ts';
import type { Standing } from '../../plan/import/standing.ts';
import type { PlanId } from '../../plan/plan.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { standingInMirror } from '../import/read-standing.ts';
import type { Actor, ExportedFile } from '../use-cases.ts';
import { writeCsv } from './files/write-csv.ts';
import { writeXlsx } from './files/write-xlsx.ts';

/** The whole plan as a file, as the mirror has it: answers that SharePoint has not had yet are in it. */
export async function exportPlan(
  deps: WorkflowDeps,
  { actor, planId, format }: { actor: Actor; planId: PlanId; format: 'xlsx' | 'csv' },
): Promise<ExportedFile> {
  const { plan } = await requireActor(deps, actor, planId);
  const today = todayIn(deps.clock.now(), plan.settings.timeZone);
  return exportFile(await standingInMirror(deps.database, planId), { planId, format, today });
}

/** A file of the lists as they stand, named by plan and day. */
export async function exportFile(
  standing: Standing,
  { planId, format, today }: { planId: PlanId; format: 'xlsx' | 'csv'; today: string },
): Promise<ExportedFile> {
  const sheets = exportSheets(standing, planId);
  const name = `${planId} ${today}`;
  return format === 'xlsx'
    ? {
        name: `${name}.xlsx`,
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await writeXlsx(sheets),
      }
    : { name: `${name}.zip`, contentType: 'application/zip', bytes: writeCsv(sheets) };
}
