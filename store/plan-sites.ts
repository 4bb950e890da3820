import type { PlanId, PlanSettings } from '../plan/plan.ts';
import type { Queryable } from './database.ts';

/** Where a plan lives. */
export interface PlanSite {
  readonly planId: PlanId;
  readonly name: string;
  /** As configured: `host:/path`. */
  readonly sitePath: string;
  readonly siteId: string;
  readonly siteUrl: string;
  /** What this installation is told of the site; what a plan sets for itself stands in its lists. */
  readonly settings: Partial<Pick<PlanSettings, 'timeZone'>>;
  readonly closures: readonly string[];
}

const COLUMNS = `plan_id AS "planId", name, site_path AS "sitePath", site_id AS "siteId", site_url AS "siteUrl",
  settings, closures`;

/** The plans this installation is configured for. */
export async function listPlanSites(db: Queryable): Promise<PlanSite[]> {
  return db.query(`SELECT ${COLUMNS} FROM plan_site WHERE configured ORDER BY plan_id`);
}

/** Every plan the database holds something of, those left out since among them. */
export async function listKnownSites(db: Queryable): Promise<PlanSite[]> {
  return db.query(`SELECT ${COLUMNS} FROM plan_site ORDER BY plan_id`);
}

export async function findPlanSite(db: Queryable, planId: PlanId): Promise<PlanSite | null> {
  const rows = await db.query<PlanSite>(
    `SELECT ${COLUMNS} FROM plan_site WHERE plan_id = $1 AND configured`,
    [planId],
  );
  return rows[0] ?? null;
}

/** Adds a plan, or takes over its site's name and address and the settings named; other settings stay. */
export async function savePlanSite(
  db: Queryable,
  site: Pick<PlanSite, 'planId' | 'name' | 'sitePath' | 'siteId' | 'siteUrl'> &
    Partial<Pick<PlanSite, 'settings'>>,
): Promise<void> {
  await db.query(
    `INSERT INTO plan_site AS known (plan_id, name, site_path, site_id, site_url, settings)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb)
     ON CONFLICT (plan_id) DO UPDATE SET name = excluded.name, site_path = excluded.site_path,
       site_id = excluded.site_id, site_url = excluded.site_url, settings = known.settings || excluded.settings,
       configured = true,
       version = known.version + (NOT known.configured OR known.settings || excluded.settings IS DISTINCT FROM known.settings)::integer,
       updated_at = now()`,
    [site.planId, site.name, site.sitePath, site.siteId, site.siteUrl, JSON.stringify(site.settings ?? {})],
  );
}

/** Leaves out every plan but these. Nothing of theirs is deleted: named again, they go on. */
export async function leaveOutOthers(db: Queryable, planIds: readonly PlanId[]): Promise<void> {
  await db.query(
    'UPDATE plan_site SET configured = false, version = version + 1 WHERE configured AND NOT (plan_id = ANY($1::text[]))',
    [planIds],
  );
}

/** Makes the next reading of every list of a plan a whole one. */
export async function forgetReadings(db: Queryable, planId: PlanId): Promise<void> {
  await db.query('UPDATE sync_state SET delta_link = NULL WHERE plan_id = $1', [planId]);
}
