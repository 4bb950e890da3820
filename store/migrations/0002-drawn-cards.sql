-- What a card shows, as a digest: a card that would look the same is not drawn again.
ALTER TABLE check_in_card ADD COLUMN drawn text;
