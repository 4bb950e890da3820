-- Files that people sent for import, as they were read. What was read is forgotten once it is imported or cancelled.
CREATE TABLE import_draft (
  import_key text PRIMARY KEY,
  plan_id text,
  entra_object_id text NOT NULL,
  file_name text NOT NULL,
  document jsonb,
  columns jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'shown',
  attempts integer NOT NULL DEFAULT 0,
  result jsonb,
  received_at timestamptz NOT NULL
);
CREATE INDEX import_draft_confirmed ON import_draft (plan_id, received_at) WHERE state = 'confirmed';

-- What the last import said of each row: what is not so any more, somebody entered since.
CREATE TABLE import_row (
  plan_id text NOT NULL,
  list text NOT NULL,
  item_id integer NOT NULL,
  said jsonb NOT NULL,
  PRIMARY KEY (plan_id, list, item_id)
);
