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

-- Rows of which something could not be read are few, and looked for after every round.
CREATE INDEX mirror_themes_problems ON mirror_themes (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_groups_problems ON mirror_groups (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_owners_problems ON mirror_owners (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_recommendations_problems ON mirror_recommendations (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_meetings_problems ON mirror_meetings (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_actions_problems ON mirror_actions (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_milestones_problems ON mirror_milestones (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_updates_problems ON mirror_updates (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_measures_problems ON mirror_measures (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_readings_problems ON mirror_readings (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_board_reports_problems ON mirror_board_reports (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_sign_offs_problems ON mirror_sign_offs (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_priorities_problems ON mirror_priorities (plan_id) WHERE problems <> '[]';
CREATE INDEX mirror_engagement_log_problems ON mirror_engagement_log (plan_id) WHERE problems <> '[]';

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
