-- Which electronic ballot a round is held with, and below how many votes its numbers stay unpublished.
ALTER TABLE meeting_round ADD COLUMN ballot_id BIGINT;
ALTER TABLE meeting_round ADD COLUMN smallest INT DEFAULT 0 NOT NULL;
CREATE UNIQUE INDEX meeting_round_ballot ON meeting_round (ballot_id);

-- Sealed papers of a box that is shut while other votes of the same ballot are still being counted; the box itself is gone.
CREATE TABLE ballot_kept (
  ballot_id BIGINT NOT NULL,
  slip BINARY(32) NOT NULL,
  sealed VARBINARY(700) NOT NULL,
  PRIMARY KEY (ballot_id, slip),
  FOREIGN KEY (ballot_id) REFERENCES ballot (id)
);
