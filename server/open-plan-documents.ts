import type { SiteDocuments } from '../graph/documents/site-documents.ts';
import { AppError } from '../plan/errors.ts';
import type { PlanId } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { findPlanSite } from '../store/plan-sites.ts';

/**
 * The documents of a plan's site, opened once for each site.
 * @throws AppError `NOT_FOUND` for a plan that is not there
 */
export function createDocumentsOf(
  database: Database,
  open: (siteId: string) => SiteDocuments,
): (planId: PlanId) => Promise<SiteDocuments> {
  const opened = new Map<string, SiteDocuments>();
  return async (planId) => {
    const site = await findPlanSite(database, planId);
    if (site === null)
      throw new AppError({ code: 'NOT_FOUND', message: 'no such plan', details: { planId } });
    const documents = opened.get(site.siteId) ?? open(site.siteId);
    opened.set(site.siteId, documents);
    return documents;
  };
}
