-- Who decided what was to become of a notice whose sending was not clear: directory id in small letters.
ALTER TABLE delivery ADD COLUMN decided_by text;
CREATE INDEX delivery_notice ON delivery (notice_id);

-- The ledger is read by fortnights, and forgotten once it is old.
CREATE INDEX notice_due_at ON notice (due_at);
CREATE INDEX notice_expires_at ON notice (expires_at);
CREATE INDEX notice_ambiguous ON notice (due_at) WHERE state = 'ambiguous';
