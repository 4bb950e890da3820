-- What names a person's own ranking of a group without telling whose it is.
CREATE TABLE ballot_secret (
  plan_id text PRIMARY KEY,
  secret text NOT NULL
);
