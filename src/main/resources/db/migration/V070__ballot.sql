-- The secret ballot. Nothing here has a time or a running number of its own: ids of slips and papers are computed from random
-- numbers, and primary keys keep rows in the order of these ids, not of their coming.
CREATE TABLE ballot (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  title VARCHAR(300) NOT NULL,
  unit_id BIGINT NOT NULL,
  case_id BIGINT,
  paper_json LONGTEXT NOT NULL,
  state VARCHAR(20) NOT NULL,
  teller_one BIGINT NOT NULL,
  teller_two BIGINT NOT NULL,
  one_closes BOOLEAN NOT NULL,
  two_closes BOOLEAN NOT NULL,
  smallest INT NOT NULL,
  voters INT NOT NULL,
  sign_key VARBINARY(600) NOT NULL,
  box_key VARBINARY(200) NOT NULL,
  statement_key VARBINARY(100) NOT NULL,
  issued INT,
  papers INT,
  count_json LONGTEXT,
  digest BINARY(32),
  statement VARBINARY(100),
  void_reason VARCHAR(300)
);
CREATE INDEX ballot_state ON ballot (state);

-- The open box: gone at the close, and with it the door for claims and slips, whatever a node still believes.
CREATE TABLE ballot_box (
  ballot_id BIGINT PRIMARY KEY,
  FOREIGN KEY (ballot_id) REFERENCES ballot (id)
);

-- The roll as frozen at the opening; how somebody used the right to vote is written here at the close.
CREATE TABLE ballot_voter (
  ballot_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  used VARCHAR(20),
  PRIMARY KEY (ballot_id, person_id),
  FOREIGN KEY (ballot_id) REFERENCES ballot (id)
);
CREATE INDEX ballot_voter_person ON ballot_voter (person_id);

-- The right to vote, used once: by a blind signature (blinded is the hash of what was signed) or by taking a paper (null).
CREATE TABLE ballot_claim (
  ballot_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  blinded BINARY(32),
  recovery VARBINARY(1200),
  PRIMARY KEY (ballot_id, person_id),
  CONSTRAINT ballot_claim_open FOREIGN KEY (ballot_id) REFERENCES ballot_box (ballot_id),
  CONSTRAINT ballot_claim_roll FOREIGN KEY (ballot_id, person_id) REFERENCES ballot_voter (ballot_id, person_id)
);

-- Sealed papers in the box.
CREATE TABLE ballot_slip (
  ballot_id BIGINT NOT NULL,
  slip BINARY(32) NOT NULL,
  sealed VARBINARY(700) NOT NULL,
  PRIMARY KEY (ballot_id, slip),
  CONSTRAINT ballot_slip_open FOREIGN KEY (ballot_id) REFERENCES ballot_box (ballot_id)
);

-- What is published after the close.
CREATE TABLE ballot_paper (
  ballot_id BIGINT NOT NULL,
  tracker CHAR(25) NOT NULL,
  filled VARCHAR(200) NOT NULL,
  message VARBINARY(300) NOT NULL,
  signature VARBINARY(256) NOT NULL,
  PRIMARY KEY (ballot_id, tracker),
  FOREIGN KEY (ballot_id) REFERENCES ballot (id)
);
