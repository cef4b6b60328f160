-- One row: how far the record is verified, by a job that goes on where it was, on whichever node serves. The row
-- is marked with the key of the record, so that nobody can move the point past what they changed, or back-date it.
CREATE TABLE audit_verification (
  id INT NOT NULL PRIMARY KEY,
  state VARCHAR(8) NOT NULL,
  person_id BIGINT,
  person_name VARCHAR(200),
  begun_at DATETIME(3),
  ended_at DATETIME(3),
  first_seq BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  hash CHAR(64) NOT NULL,
  mark CHAR(64),
  head_seq BIGINT NOT NULL,
  pending INT NOT NULL,
  bad_entry BIGINT,
  fault VARCHAR(16)
);
INSERT INTO audit_verification (id, state, first_seq, seq, hash, head_seq, pending)
  VALUES (1, 'NONE', 0, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0, 0);
