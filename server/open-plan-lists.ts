import type { SiteLists } from '../graph/site-lists/types.ts';
import { AppError } from '../plan/errors.ts';
import { DEFAULT_SETTINGS, type PlanId } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { findPlanSite } from '../store/plan-sites.ts';

interface Opened {
  readonly siteId: string;
  readonly timeZone: string;
  readonly lists: Promise<SiteLists>;
}

/**
 * The lists of a plan's site, opened once for as long as the plan stays at that site and in that time zone: what was set
 * before this start may still stand in the database when the first answer is written.
 * @throws AppError `NOT_FOUND` for a plan that is not there, and what `open` throws
 */
export function createSiteListsOf(
  database: Database,
  open: (siteId: string, timeZone: string) => Promise<SiteLists>,
): (planId: PlanId) => Promise<SiteLists> {
  const opened = new Map<PlanId, Opened>();
  return async (planId) => {
    const site = await findPlanSite(database, planId);
    if (site === null)
      throw new AppError({ code: 'NOT_FOUND', message: 'no such plan', details: { planId } });
    const { siteId } = site;
    const timeZone = site.settings.timeZone ?? DEFAULT_SETTINGS.timeZone;
    const known = opened.get(planId);
    if (known?.siteId === siteId && known.timeZone === timeZone) return known.lists;
    const lists = open(siteId, timeZone);
    opened.set(planId, { siteId, timeZone, lists });
    lists.catch(() => opened.delete(planId));
    return lists;
  };
}
