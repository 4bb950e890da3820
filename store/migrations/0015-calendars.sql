-- Closures: days on which a plan is closed, and stretches in which people are left in peace.
CREATE TABLE mirror_closures (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  unseen boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_closures_item ON mirror_closures (plan_id, item_id) WHERE item_id IS NOT NULL;

-- Calendar files that somebody sent, until they are imported or a day old. plan_id is null until its sender has said which.
CREATE TABLE calendar_draft (
  draft_key text PRIMARY KEY,
  plan_id text,
  entra_object_id text NOT NULL,
  file_name text NOT NULL,
  calendar jsonb NOT NULL,
  received_at timestamptz NOT NULL
);

-- The calendar address of each plan. Only a digest of its secret is kept: who reads the database can't open it.
CREATE TABLE calendar_feed (
  plan_id text PRIMARY KEY,
  secret_digest text NOT NULL UNIQUE,
  made_at timestamptz NOT NULL
);
