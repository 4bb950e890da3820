-- What a plan sets for itself.
CREATE TABLE mirror_plan_settings (
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
CREATE UNIQUE INDEX mirror_plan_settings_item ON mirror_plan_settings (plan_id, item_id) WHERE item_id IS NOT NULL;

-- What Teams calls the places where the app was seen, for plan managers to choose from; it is not told of every message.
ALTER TABLE conversation ADD COLUMN team_name text;
ALTER TABLE conversation ADD COLUMN channel_name text;
