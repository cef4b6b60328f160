-- A line of the ledger is about a person or about a unit, such as a class that was honoured.
ALTER TABLE ledger_entry RENAME COLUMN person_id TO subject_id;
ALTER TABLE ledger_entry ADD COLUMN subject_kind VARCHAR(12) DEFAULT 'PERSON' NOT NULL;
