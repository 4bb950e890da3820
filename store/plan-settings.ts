import type { PlanSettings } from '../plan/plan.ts';
import { DEFAULT_SETTINGS } from '../plan/plan.ts';
import type { PlanSetting } from '../plan/rows.ts';
import { readSettings } from '../plan/settings/read-settings.ts';
import type { Queryable } from './database.ts';
import { type MirrorRow, readRows } from './mirror.ts';
import type { PlanSite } from './plan-sites.ts';

/** What a plan has set for itself, where nothing else of it is needed. */
export async function readPlanSettings(db: Queryable, site: PlanSite): Promise<PlanSettings> {
  return settingsIn(site, (await readRows(db, site.planId, 'Plan settings')).map(settingRow));
}

/** What rows of the list Plan settings come to, with what is set for the plan's site. */
export function settingsIn(
  { settings }: Pick<PlanSite, 'settings'>,
  rows: readonly PlanSetting[],
): PlanSettings {
  return readSettings(rows, settings.timeZone ?? DEFAULT_SETTINGS.timeZone);
}

function settingRow({ key, itemId, row }: MirrorRow): PlanSetting {
  return { key, itemId, value: null, meaning: null, ...row, title: String(row.title ?? '') };
}
