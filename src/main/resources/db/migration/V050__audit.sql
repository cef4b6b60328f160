-- What happened, for the auditor. Rows are only ever added: the application's database user has no other right here.
CREATE TABLE audit_entry (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  at DATETIME(3) NOT NULL,
  person_id BIGINT NOT NULL,
  person_name VARCHAR(200) NOT NULL,
  acting_for BIGINT,
  post VARCHAR(64),
  unit_id BIGINT,
  case_id BIGINT,
  what VARCHAR(100) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  before_hash CHAR(64),
  after_hash CHAR(64),
  detail LONGTEXT,
  node VARCHAR(100) NOT NULL,
  nonce CHAR(32) NOT NULL,
  mark CHAR(64) NOT NULL
);
CREATE INDEX audit_entry_person ON audit_entry (person_id, id);
CREATE INDEX audit_entry_case ON audit_entry (case_id, id);
CREATE INDEX audit_entry_unit ON audit_entry (unit_id, id);
CREATE INDEX audit_entry_what ON audit_entry (what, id);
CREATE INDEX audit_entry_at ON audit_entry (at, id);

-- The chain: seal n covers entry_id and the hash of seal n-1.
CREATE TABLE audit_seal (
  seq BIGINT NOT NULL PRIMARY KEY,
  entry_id BIGINT NOT NULL,
  prev_hash CHAR(64) NOT NULL,
  hash CHAR(64) NOT NULL,
  sealed_at DATETIME(3) NOT NULL,
  CONSTRAINT audit_seal_entry UNIQUE (entry_id)
);

-- One row: the end of the chain, locked by the node that seals.
CREATE TABLE audit_head (
  id INT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash CHAR(64) NOT NULL
);
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
