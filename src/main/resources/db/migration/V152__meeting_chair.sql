-- Who was called to take the chair, where somebody else took it.
ALTER TABLE meeting ADD COLUMN first_chair_id BIGINT;
