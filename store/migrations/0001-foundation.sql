-- One row per plan: where it lives and what it has set for itself.
CREATE TABLE plan_site (
  plan_id text PRIMARY KEY,
  name text NOT NULL,
  site_path text NOT NULL UNIQUE,
  site_id text NOT NULL,
  site_url text NOT NULL,
  settings jsonb NOT NULL DEFAULT '{}',
  closures jsonb NOT NULL DEFAULT '[]',
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- The mirror: one table per list, all alike. `row` holds the values by property; lookups hold keys.
CREATE TABLE mirror_themes (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_themes_item ON mirror_themes (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_groups (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_groups_item ON mirror_groups (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_owners (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_owners_item ON mirror_owners (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_recommendations (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_recommendations_item ON mirror_recommendations (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_meetings (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_meetings_item ON mirror_meetings (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_actions (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_actions_item ON mirror_actions (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_milestones (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_milestones_item ON mirror_milestones (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_updates (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_updates_item ON mirror_updates (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_measures (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_measures_item ON mirror_measures (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_readings (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_readings_item ON mirror_readings (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_board_reports (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_board_reports_item ON mirror_board_reports (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_sign_offs (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_sign_offs_item ON mirror_sign_offs (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_priorities (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_priorities_item ON mirror_priorities (plan_id, item_id) WHERE item_id IS NOT NULL;
CREATE TABLE mirror_engagement_log (
  plan_id text NOT NULL,
  key text NOT NULL,
  item_id integer,
  etag text,
  "row" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, key)
);
CREATE UNIQUE INDEX mirror_engagement_log_item ON mirror_engagement_log (plan_id, item_id) WHERE item_id IS NOT NULL;

-- Every submission that was accepted, with the answer it got: a copy that comes later gets the same.
CREATE TABLE update_log (
  submission_key text PRIMARY KEY,
  plan_id text NOT NULL,
  owner_key text NOT NULL,
  saved_count integer NOT NULL,
  problems jsonb NOT NULL,
  at timestamptz NOT NULL
);

-- Writes that SharePoint has not had yet, in the order they were made.
CREATE TABLE outbox (
  id bigserial PRIMARY KEY,
  plan_id text NOT NULL,
  list text NOT NULL,
  key text NOT NULL,
  kind text NOT NULL,
  changes jsonb NOT NULL,
  base jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'waiting',
  attempts integer NOT NULL DEFAULT 0,
  not_before timestamptz NOT NULL DEFAULT now(),
  last_error text,
  conflicts jsonb NOT NULL DEFAULT '[]',
  made_at timestamptz NOT NULL DEFAULT now(),
  written_at timestamptz
);
CREATE INDEX outbox_waiting ON outbox (plan_id, id) WHERE state = 'waiting';
CREATE INDEX outbox_row ON outbox (plan_id, list, key) WHERE state = 'waiting';

-- The ledger: every notice that fell due, once.
CREATE TABLE notice (
  id bigserial PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  period text NOT NULL,
  plan_id text NOT NULL,
  recipient jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'due',
  attempts integer NOT NULL DEFAULT 0,
  not_before timestamptz NOT NULL DEFAULT now(),
  code text,
  conversation_id text,
  activity_id text,
  settled_at timestamptz,
  UNIQUE (kind, subject, period)
);
CREATE INDEX notice_due ON notice (not_before) WHERE state = 'due';
CREATE INDEX notice_sending ON notice (not_before) WHERE state = 'sending';

-- Every attempt to deliver a notice, as it turned out.
CREATE TABLE delivery (
  id bigserial PRIMARY KEY,
  notice_id bigint NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  code text
);

-- Where people and channels can be reached.
CREATE TABLE conversation (
  tenant_id text NOT NULL,
  conversation_id text NOT NULL,
  kind text NOT NULL,
  service_url text NOT NULL,
  bot_id text NOT NULL,
  team_id text,
  channel_id text,
  entra_object_id text,
  teams_user_id text,
  reachable boolean NOT NULL DEFAULT true,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, conversation_id)
);
CREATE INDEX conversation_person ON conversation (tenant_id, entra_object_id);

-- Check-in cards that stand in a channel and are kept up to date.
CREATE TABLE check_in_card (
  plan_id text NOT NULL,
  meeting_key text NOT NULL,
  conversation_id text NOT NULL,
  activity_id text NOT NULL,
  service_url text NOT NULL,
  dirty boolean NOT NULL DEFAULT false,
  superseded boolean NOT NULL DEFAULT false,
  PRIMARY KEY (conversation_id, activity_id)
);
CREATE INDEX check_in_card_meeting ON check_in_card (plan_id, meeting_key);

-- What a person asked of Milepost: quiet hours, kinds they do not want.
CREATE TABLE preference (
  tenant_id text NOT NULL,
  entra_object_id text NOT NULL,
  settings jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, entra_object_id)
);

-- How far each list has been read.
CREATE TABLE sync_state (
  plan_id text NOT NULL,
  list text NOT NULL,
  delta_link text,
  read_at timestamptz,
  problem text,
  PRIMARY KEY (plan_id, list)
);

-- Who may do work that only one may do at a time; taken for a while, so that a dead holder loses it.
CREATE TABLE lease (
  name text PRIMARY KEY,
  holder text NOT NULL,
  expires_at timestamptz NOT NULL
);
