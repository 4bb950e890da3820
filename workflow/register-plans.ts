import type { Site } from '../graph/sites.ts';
import { AppError } from '../plan/errors.ts';
import { DEFAULT_SETTINGS, type PlanId } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { findPlanSite, forgetReadings, leaveOutOthers, savePlanSite } from '../store/plan-sites.ts';

/** A plan's site as this installation is told of it. */
export interface ConfiguredSite {
  /** `host:/path` */
  readonly sitePath: string;
  /** IANA zone of the site's regional settings; Graph does not tell it. */
  readonly timeZone: string;
}

/** The plan's name in addresses and keys: the last part of its site's path, `alp-improvement`. */
export function planIdOf(sitePath: string): PlanId {
  const [, path = ''] = sitePath.split(':');
  return (
    path
      .replace(/^\/((sites|teams)\/)?/, '')
      .replaceAll('/', '-')
      .toLowerCase() || 'root'
  );
}

/**
 * Enters the configured sites as plans, or takes over what changed about them. Under another time zone the same days
 * read otherwise, so such a plan is read anew. A plan that is configured no more is neither read nor shown.
 * @param findSite answers a site's id, name and address
 * @throws what `findSite` throws, and AppError `BAD_CONFIG` for one site under two addresses
 */
export async function registerPlans(
  database: Database,
  sites: readonly ConfiguredSite[],
  findSite: (sitePath: string) => Promise<Site>,
): Promise<void> {
  const pathOf = new Map<string, string>();
  for (const { sitePath, timeZone } of sites) {
    const site = await findSite(sitePath);
    const other = pathOf.get(site.id);
    if (other !== undefined) throw sameSite(other, sitePath);
    pathOf.set(site.id, sitePath);
    const planId = planIdOf(sitePath);
    await database.transaction(async (tx) => {
      const known = await findPlanSite(tx, planId);
      await savePlanSite(tx, {
        planId,
        name: site.name,
        sitePath,
        siteId: site.id,
        siteUrl: site.webUrl,
        settings: { timeZone },
      });
      const knownZone = known?.settings.timeZone ?? DEFAULT_SETTINGS.timeZone;
      if (known !== null && (knownZone !== timeZone || known.siteId !== site.id))
        await forgetReadings(tx, planId);
    });
  }
  await leaveOutOthers(
    database,
    sites.map(({ sitePath }) => planIdOf(sitePath)),
  );
}

function sameSite(one: string, other: string): AppError {
  return new AppError({
    code: 'BAD_CONFIG',
    message: `MILEPOST_SITES: ${one} and ${other} are one and the same site. Remove one of the two.`,
  });
}
