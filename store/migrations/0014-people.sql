-- Items that pass from one person to another, of which somebody is still to be told.
CREATE TABLE handover (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id text NOT NULL,
  item_list text NOT NULL,
  item_key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('not mine', 'given')),
  said_by text NOT NULL,
  words text,
  at timestamptz NOT NULL,
  told_at timestamptz
);
CREATE UNIQUE INDEX handover_open ON handover (plan_id, item_list, item_key, kind) WHERE told_at IS NULL;

-- Items of whose owner it was said to them that the chair will be told next.
CREATE TABLE warning (
  plan_id text NOT NULL,
  item_list text NOT NULL,
  item_key text NOT NULL,
  warned_on date NOT NULL,
  PRIMARY KEY (plan_id, item_list, item_key)
);
