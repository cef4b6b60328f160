-- The edition of the envelopes that a ballot was opened under; those that are there, and those that an older program opens, are
-- of the first one.
ALTER TABLE ballot ADD COLUMN envelope INT DEFAULT 1 NOT NULL;
