import { isDeepStrictEqual } from 'node:util';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant } from '../plan/rows.ts';
import type { Database, Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** Something a person has to put right, named by list, code and subject. */
export interface FoundTrouble {
  /** Empty for the whole site. */
  readonly list: string;
  readonly code: string;
  /** A column, a row; empty for the whole list. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A trouble that stands. */
export interface StandingTrouble extends FoundTrouble {
  /** Milepost's time. */
  readonly since: IsoInstant;
  /** It has been there for more than one round. */
  readonly lasting: boolean;
  /** Period of the notice that told plan managers; `null` while they were not told. */
  readonly toldIn: string | null;
}

/** The troubles of a plan, oldest first. */
export async function readTroubles(db: Queryable, planId: PlanId): Promise<StandingTrouble[]> {
  return db.query(
    `SELECT list, code, subject, detail, ${isoInstant('since')} AS since,
       lasting, told_in AS "toldIn"
     FROM trouble t WHERE plan_id = $1 ORDER BY t.since, list, code, subject`,
    [planId],
  );
}

/** Takes what a round found for all there is: the rest is mended. One that was there the last time too is lasting. */
export async function saveTroubles(
  database: Database,
  planId: PlanId,
  found: readonly FoundTrouble[],
  now: IsoInstant,
): Promise<void> {
  const before = new Map((await readTroubles(database, planId)).map((one) => [nameOf(one), one]));
  const names = new Set(found.map(nameOf));
  const isSettled = (one: FoundTrouble) => {
    const known = before.get(nameOf(one));
    return known?.lasting === true && isDeepStrictEqual(known.detail, one.detail);
  };
  const mended = [...before.values()].filter((one) => !names.has(nameOf(one)));
  const changed = found.filter((one) => !isSettled(one));
  if (mended.length + changed.length === 0) return;
  await database.transaction(async (tx) => {
    await tx.query(
      `DELETE FROM trouble t USING jsonb_to_recordset($2::jsonb) AS m (list text, code text, subject text)
       WHERE t.plan_id = $1 AND t.list = m.list AND t.code = m.code AND t.subject = m.subject`,
      [planId, JSON.stringify(mended)],
    );
    await tx.query(
      `INSERT INTO trouble (plan_id, list, code, subject, detail, since)
       SELECT $1, c.list, c.code, c.subject, c.detail, $3::timestamptz
       FROM jsonb_to_recordset($2::jsonb) AS c (list text, code text, subject text, detail jsonb)
       ON CONFLICT (plan_id, list, code, subject) DO UPDATE SET lasting = true, detail = excluded.detail`,
      [planId, JSON.stringify(changed), now],
    );
  });
}

/** Notes in which notice plan managers are told of troubles. */
export async function markTold(
  db: Queryable,
  planId: PlanId,
  told: readonly Pick<FoundTrouble, 'list' | 'code' | 'subject'>[],
  period: string,
): Promise<void> {
  await db.query(
    `UPDATE trouble t SET told_in = $3 FROM jsonb_to_recordset($2::jsonb) AS m (list text, code text, subject text)
     WHERE t.plan_id = $1 AND t.list = m.list AND t.code = m.code AND t.subject = m.subject`,
    [planId, JSON.stringify(told), period],
  );
}

const nameOf = ({ list, code, subject }: Pick<FoundTrouble, 'list' | 'code' | 'subject'>): string =>
  JSON.stringify([list, code, subject]);
