-- Two plans may have people and cards of the same keys: a submission is one plan's.
ALTER TABLE update_log DROP CONSTRAINT update_log_pkey;
ALTER TABLE update_log ADD PRIMARY KEY (plan_id, submission_key);

-- Which plan a channel belongs to: the first that entered it in its Groups list.
CREATE TABLE channel_plan (
  channel_id text PRIMARY KEY,
  plan_id text NOT NULL
);
