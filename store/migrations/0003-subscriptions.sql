-- Where SharePoint has promised to tell of a list's changes. Times are Milepost's.
CREATE TABLE list_subscription (
  plan_id text NOT NULL,
  list text NOT NULL,
  subscription_id text NOT NULL UNIQUE,
  client_state text NOT NULL,
  list_id text NOT NULL,
  notification_url text NOT NULL,
  renew_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (plan_id, list)
);

-- Where it refused to; until `try_again_at` it is not asked again at the same address.
CREATE TABLE subscription_refusal (
  plan_id text PRIMARY KEY,
  notification_url text NOT NULL,
  code text NOT NULL,
  try_again_at timestamptz NOT NULL
);
