-- The ballot that is held in the place of a void one.
ALTER TABLE ballot ADD COLUMN successor_id BIGINT;
ALTER TABLE ballot ADD CONSTRAINT ballot_successor FOREIGN KEY (successor_id) REFERENCES ballot (id);
