import type { Site } from '../graph/sites.ts';
import type { PlanId } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { savePlanSite } from '../store/plan-sites.ts';

/** The plan's name in addresses and keys: the last part of its site's path, `alp-improvement`. */
export function planIdOf(sitePath: string): PlanId {
  const [, path = ''] = sitePath.split(':');
  return (
    path
      .replace(/^\/(sites|teams)\//, '')
      .replaceAll('/', '-')
      .toLowerCase() || 'root'
  );
}

/**
 * Enters the configured sites as plans, or takes over what changed about them.
 * @param findSite answers a site's id, name and address. @throws what it throws
 */
export async function registerPlans(
  database: Database,
  sitePaths: readonly string[],
  findSite: (sitePath: string) => Promise<Site>,
): Promise<void> {
  for (const sitePath of sitePaths) {
    const site = await findSite(sitePath);
    const planId = planIdOf(sitePath);
    await savePlanSite(database, {
      planId,
      name: site.name,
      sitePath,
      siteId: site.id,
      siteUrl: site.webUrl,
    });
  }
}
