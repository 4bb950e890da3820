import { readClosures } from '../plan/calendar/closures.ts';
import type { ListName } from '../plan/glossary.ts';
import { LIST_NAMES } from '../plan/glossary.ts';
import type { Plan, PlanId } from '../plan/plan.ts';
import type { RowOf } from '../plan/rows.ts';
import { readTakenChannels } from './channels.ts';
import type { Queryable } from './database.ts';
import { readAllRows, readDeletedKeys } from './mirror.ts';
import { settingsIn } from './plan-settings.ts';
import { findPlanSite } from './plan-sites.ts';

/**
 * Reads a whole plan from the mirror; `null` when there is no such plan. Four statements, no Graph call. A channel that
 * belongs to another plan is not there: nothing is sent to it and nobody in it is answered.
 */
export async function loadPlan(db: Queryable, planId: PlanId): Promise<Plan | null> {
  const site = await findPlanSite(db, planId);
  if (site === null) return null;
  const rows = await readAllRows(db, planId, LIST_NAMES);
  const taken = new Set((await readTakenChannels(db, planId)).map(({ groupKey }) => groupKey));
  const byList = Map.groupBy(rows, (row) => row.list);
  const rowsOf = <L extends ListName>(list: L): RowOf[L][] =>
    (byList.get(list) ?? []).map(
      // SharePoint takes rows without a title; everything else may rely on there being one.
      ({ key, itemId, row }) => ({ key, itemId, ...row, title: row.title ?? '' }) as unknown as RowOf[L],
    );

  const closureRows = rowsOf('Closures').sort((a, b) => (a.fromDate ?? '').localeCompare(b.fromDate ?? ''));
  const settingRows = rowsOf('Plan settings');
  const settings = settingsIn(site, settingRows);
  return {
    id: planId,
    name: settings.planName ?? site.name,
    siteUrl: site.siteUrl,
    settings,
    settingRows,
    closureRows,
    ...readClosures(closureRows, site.closures),
    themes: rowsOf('Themes').sort((a, b) => (a.sortOrder ?? Infinity) - (b.sortOrder ?? Infinity)),
    groups: rowsOf('Groups').map((group) =>
      taken.has(group.key) ? { ...group, teamId: null, channelId: null } : group,
    ),
    owners: rowsOf('Owners'),
    recommendations: rowsOf('Recommendations').sort(
      (a, b) => (a.number ?? Infinity) - (b.number ?? Infinity),
    ),
    actions: rowsOf('Actions'),
    milestones: rowsOf('Milestones'),
    meetings: rowsOf('Meetings').sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? '')),
    deletedMeetings: await readDeletedKeys(db, planId, 'Meetings'),
    updates: rowsOf('Updates').sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '')),
    measures: rowsOf('Measures'),
    readings: rowsOf('Readings').sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '')),
    signOffs: rowsOf('Sign-offs').sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '')),
    priorities: rowsOf('Priorities').sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '')),
    boardReports: rowsOf('Board reports').sort((a, b) => (a.periodTo ?? '').localeCompare(b.periodTo ?? '')),
    engagements: rowsOf('Engagement log').sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '')),
  };
}
