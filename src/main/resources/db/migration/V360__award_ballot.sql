-- Votes of branches in a batch (支部评议投票): a motion with a line per person.
CREATE TABLE award_ballot (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  batch_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  unit_name VARCHAR(200) NOT NULL,
  entry_id BIGINT NOT NULL,
  put_at TIMESTAMP(6) NOT NULL,
  resolution_id BIGINT,
  held_on DATE,
  entitled INT,
  present INT,
  base INT,
  coarse BOOLEAN DEFAULT FALSE NOT NULL,
  void_reason VARCHAR(2000),
  voided_by BIGINT,
  voided_by_name VARCHAR(100),
  voided_at TIMESTAMP(6),
  CONSTRAINT award_ballot_entry UNIQUE (entry_id)
);
CREATE INDEX award_ballot_batch ON award_ballot (batch_id, unit_id);
CREATE TABLE award_ballot_line (
  ballot_id BIGINT NOT NULL,
  nomination_id BIGINT NOT NULL,
  votes INT,
  passed BOOLEAN,
  PRIMARY KEY (ballot_id, nomination_id)
);
CREATE INDEX award_ballot_line_nomination ON award_ballot_line (nomination_id);
-- Whether the numbers of a ballot are needed, so that it is not held where they stay unpublished.
ALTER TABLE agenda_entry ADD COLUMN numbers_needed BOOLEAN DEFAULT FALSE NOT NULL;
