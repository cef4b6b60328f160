-- A case may be about something else than one person: a batch, a unit, an activity. subject_person_id is 0 then.
ALTER TABLE case_file ADD COLUMN subject_kind VARCHAR(12) DEFAULT 'PERSON' NOT NULL;
ALTER TABLE case_file ADD COLUMN subject_ref BIGINT;
