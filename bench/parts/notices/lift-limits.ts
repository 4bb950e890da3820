import type { Queryable } from '../../../store/database.ts';

/**
 * Has whatever was sent count as sent long ago, so that Teams' limits, which go by real seconds, hold up no trial that
 * moves its own clock.
 */
export async function liftLimits(db: Queryable): Promise<void> {
  await db.query(`CREATE OR REPLACE FUNCTION sent_long_ago() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.at = now() - interval '2 hours'; RETURN NEW; END $$`);
  await db.query(
    'CREATE TRIGGER sent_long_ago BEFORE INSERT ON send FOR EACH ROW EXECUTE FUNCTION sent_long_ago()',
  );
}
