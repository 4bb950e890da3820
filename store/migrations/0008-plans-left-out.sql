-- A plan that is no longer configured is neither read nor shown; what it has is kept for when it is again.
ALTER TABLE plan_site ADD COLUMN configured boolean NOT NULL DEFAULT true;
