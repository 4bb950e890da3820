-- What people make of the sections of a board's report. `follows`: the last version that somebody else wrote, so that
-- whoever saves twice goes on from their own words. `writers`: everybody who ever wrote in the section.
CREATE TABLE report_edit (
  plan_id text NOT NULL,
  report_key text NOT NULL,
  section text NOT NULL,
  words text,
  is_internal boolean,
  version integer NOT NULL,
  follows integer NOT NULL,
  edited_by text NOT NULL,
  edited_at timestamptz NOT NULL,
  writers text[] NOT NULL,
  PRIMARY KEY (plan_id, report_key, section)
);

-- Versions of board reports that were approved, or opened to correct the one before. `content`: data and words as they were
-- frozen; none while it is a draft. `folder`: where its documents lie in the site. People are keys of owners, with their
-- names as they were then.
CREATE TABLE report_version (
  plan_id text NOT NULL,
  report_key text NOT NULL,
  version integer NOT NULL,
  correction text,
  corrected_by text,
  content jsonb,
  folder text,
  approved_by text,
  approved_name text,
  approved_at timestamptz,
  posted_by text,
  posted_name text,
  posted_at timestamptz,
  PRIMARY KEY (plan_id, report_key, version)
);

-- Documents that posting a version makes, each by itself. The card is in the ledger of notices. `code` and `reason`: why the
-- last attempt came to nothing, for the log and for people.
CREATE TABLE report_part (
  plan_id text NOT NULL,
  report_key text NOT NULL,
  version integer NOT NULL,
  part text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  code text,
  reason text,
  url text,
  document_id text,
  not_before timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  PRIMARY KEY (plan_id, report_key, version, part)
);
CREATE INDEX report_part_waiting ON report_part (plan_id, not_before) WHERE state = 'waiting';

-- Reports that the list says are posted and this database does not know: when their record is looked for again, and why it
-- was of no use the last time.
CREATE TABLE report_unknown (
  plan_id text NOT NULL,
  report_key text NOT NULL,
  code text NOT NULL,
  not_before timestamptz NOT NULL,
  PRIMARY KEY (plan_id, report_key)
);
