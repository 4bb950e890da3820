-- A submission is named by its person, its card's key and what it says; a copy gets the answer as it was given, to the
-- letter: as text, since jsonb would put it in another order.
ALTER TABLE update_log DROP COLUMN saved_count, DROP COLUMN problems, ADD COLUMN answer text;
CREATE INDEX update_log_at ON update_log (at);
