-- Answers of which SharePoint refused something: a card says how many there are, on the path of every press.
CREATE INDEX outbox_refused_answers ON outbox (plan_id, meeting_key)
  WHERE state IN ('dead', 'given up') AND answer_key IS NOT NULL;
