import { daysOfRhythm } from '../../../plan/meetings/rhythm.ts';
import { DEFAULT_SETTINGS, type PlanId } from '../../../plan/plan.ts';
import type { Group, IsoDate, RowKey } from '../../../plan/rows.ts';
import type { Queryable } from '../../../store/database.ts';
import { readRows } from '../../../store/mirror.ts';
import { readPlanSettings } from '../../../store/plan-settings.ts';
import { findPlanSite } from '../../../store/plan-sites.ts';

/** Whether a group's rhythm names a day. Of a group that is not known, or whose rhythm can't be read, it names none. */
export type IsRhythmDay = (groupKey: RowKey, on: IsoDate) => boolean;

/** Reads what the rhythms of a plan's groups say, as the mirror has them now. */
export async function readRhythmDays(db: Queryable, planId: PlanId): Promise<IsRhythmDay> {
  const site = await findPlanSite(db, planId);
  const settings = site === null ? DEFAULT_SETTINGS : await readPlanSettings(db, site);
  const groups = new Map(
    (await readRows(db, planId, 'Groups')).map(({ key, row }) => [key, { key, ...row } as unknown as Group]),
  );
  return (groupKey, on) => {
    const group = groups.get(groupKey);
    const range = { from: on, to: on };
    return group !== undefined && daysOfRhythm(group, settings, site?.closures ?? [], range).length > 0;
  };
}
