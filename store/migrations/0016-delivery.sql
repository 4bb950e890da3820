-- What is on its way to Teams or was sent in the last hour, from whichever process, so that Teams never gets more than it
-- takes. `place`: a channel or chat, or `person:` and the directory id of somebody whose chat is not known. `at`: Teams had
-- it by then.
CREATE TABLE send (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text NOT NULL,
  place text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX send_of_place ON send (tenant_id, place, at);
CREATE INDEX send_of_tenant ON send (tenant_id, at);

-- Where sending rests. `paused`: nothing to that place. `slowed`: less to the whole tenant. `stopped`: nothing to the whole
-- tenant, for Teams does not know us any more. `failures`: how often in a row.
CREATE TABLE send_brake (
  tenant_id text NOT NULL,
  place text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('paused', 'slowed', 'stopped')),
  until timestamptz NOT NULL,
  failures integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, kind, place)
);

-- Whose messages Teams refuses, and what it says; until something comes from them again. `since` is Milepost's time.
CREATE TABLE unreachable_person (
  tenant_id text NOT NULL,
  entra_object_id text NOT NULL,
  code text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, entra_object_id)
);

-- Teams does not know the chat any more: another is opened.
ALTER TABLE conversation ADD COLUMN chat_gone boolean NOT NULL DEFAULT false;

-- Who is sending it: the name of a lease, which a process that died does not renew.
ALTER TABLE notice ADD COLUMN sender text;
CREATE INDEX notice_turn ON notice (due_at, id) WHERE state = 'due';
