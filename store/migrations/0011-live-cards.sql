-- Which answer a write carries out, and of which check-in: what a card says is saved and not yet in SharePoint.
ALTER TABLE outbox ADD COLUMN answer_key text, ADD COLUMN meeting_key text;
CREATE INDEX outbox_answers ON outbox (plan_id, meeting_key)
  WHERE state IN ('waiting', 'held') AND answer_key IS NOT NULL;

-- The history of an item, to see who answered it before.
CREATE INDEX mirror_updates_of_item ON mirror_updates (plan_id, ("row"->>'itemKey'));

-- How a card is kept up to date. `not_before`: not drawn again until then; `drawing_until`: somebody is drawing it, or
-- died while doing so; `failures`: drawings in a row of which it is not known what became; `waiting`: how many answers it
-- says wait for SharePoint; `successor`: the notice that posts another card in its place.
ALTER TABLE check_in_card
  ADD COLUMN not_before timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN drawing_until timestamptz,
  ADD COLUMN failures integer NOT NULL DEFAULT 0,
  ADD COLUMN waiting integer NOT NULL DEFAULT 0,
  ADD COLUMN successor bigint;
