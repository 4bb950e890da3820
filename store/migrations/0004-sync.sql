-- How the reading of a list goes on. `list_id`: the list that was read; `is_full`: everything is being read; `is_faulty`:
-- something of it could not be; `again_at`: when everything is to be read again; `doubt`: why rows that SharePoint no
-- longer shows are kept; `columns`: id of each property's column, null while it is missing.
ALTER TABLE sync_state
  ADD COLUMN list_id text,
  ADD COLUMN is_full boolean NOT NULL DEFAULT false,
  ADD COLUMN is_faulty boolean NOT NULL DEFAULT false,
  ADD COLUMN again_at timestamptz,
  ADD COLUMN doubt text,
  ADD COLUMN columns jsonb NOT NULL DEFAULT '{}';

-- Rows that a reading of everything has not come to yet; what is left after its last page is gone, or doubted.
ALTER TABLE mirror_themes ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_groups ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_owners ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_recommendations ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_meetings ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_actions ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_milestones ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_updates ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_measures ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_readings ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_board_reports ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_sign_offs ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_priorities ADD COLUMN unseen boolean NOT NULL DEFAULT false;
ALTER TABLE mirror_engagement_log ADD COLUMN unseen boolean NOT NULL DEFAULT false;

-- What a person has to put right about the lists of a plan, as long as it is so; `list` is empty for the whole site.
-- `told_in` is the period of the notice that told plan managers.
CREATE TABLE trouble (
  plan_id text NOT NULL,
  list text NOT NULL,
  code text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  since timestamptz NOT NULL,
  lasting boolean NOT NULL DEFAULT false,
  told_in text,
  PRIMARY KEY (plan_id, list, code, subject)
);
