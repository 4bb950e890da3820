-- What a reminder said that may not have arrived: who was warned, and what passes on. Noted as told once somebody says it did.
ALTER TABLE notice ADD COLUMN told jsonb;
