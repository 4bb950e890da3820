import type { PlanId } from '../plan/plan.ts';
import type { Queryable } from './database.ts';

/** What a plan's ballots are named with; `null` where it has none yet. */
export async function readBallotSecret(db: Queryable, planId: PlanId): Promise<string | null> {
  const rows = await db.query<{ secret: string }>('SELECT secret FROM ballot_secret WHERE plan_id = $1', [
    planId,
  ]);
  return rows[0]?.secret ?? null;
}

/** Gives a plan a secret, unless it has one. @returns the one it has */
export async function keepBallotSecret(db: Queryable, planId: PlanId, secret: string): Promise<string> {
  const rows = await db.query<{ secret: string }>(
    `INSERT INTO ballot_secret (plan_id, secret) VALUES ($1, $2)
     ON CONFLICT (plan_id) DO UPDATE SET secret = ballot_secret.secret RETURNING secret`,
    [planId, secret],
  );
  return rows[0]?.secret ?? secret;
}
