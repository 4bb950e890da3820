-- Which decision a write carries out: when somebody said it, by the plan's clock, and who; null for what Milepost does by itself.
ALTER TABLE outbox ADD COLUMN said_at timestamptz, ADD COLUMN said_by text, DROP COLUMN conflicts;
CREATE INDEX outbox_dead ON outbox (plan_id, id) WHERE state = 'dead';
CREATE INDEX outbox_held ON outbox (plan_id, list, key) WHERE state = 'held';
DROP INDEX outbox_row;
CREATE INDEX outbox_row ON outbox (plan_id, list, key) WHERE state IN ('waiting', 'held');

-- Fields of a row that somebody edited in SharePoint while an answer to the same fields waited to be written.
CREATE TABLE row_conflict (
  id bigserial PRIMARY KEY,
  plan_id text NOT NULL,
  list text NOT NULL,
  key text NOT NULL,
  label text NOT NULL,
  title text NOT NULL,
  said_by text NOT NULL,
  fields jsonb NOT NULL,
  edited_by text,
  edited_at timestamptz,
  found_at timestamptz NOT NULL
);
CREATE INDEX row_conflict_row ON row_conflict (plan_id, list, key);
