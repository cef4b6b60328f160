-- The record as an append-only tree of hashes (RFC 6962): leaf n is the hash of seal n. Stored are only complete
-- subtrees of 256, 65,536, ... leaves (level 1, 2, ...); what is right of them is computed. Rows are only ever added.
CREATE TABLE audit_tree (
  level INT NOT NULL,
  place BIGINT NOT NULL,
  hash CHAR(64) NOT NULL,
  PRIMARY KEY (level, place)
);

-- Signed statements: so many entries were sealed, and this is the root over them.
CREATE TABLE audit_checkpoint (
  size BIGINT NOT NULL PRIMARY KEY,
  root CHAR(64) NOT NULL,
  made_at DATETIME(3) NOT NULL,
  key_id CHAR(16) NOT NULL,
  signature CHAR(88) NOT NULL
);

-- The public halves of the keys that ever signed, so that a changed key leaves earlier checkpoints verifiable.
CREATE TABLE audit_public_key (
  key_id CHAR(16) NOT NULL PRIMARY KEY,
  public_key VARCHAR(120) NOT NULL,
  since DATETIME(3) NOT NULL
);

-- Who noted a checkpoint outside this system, for a unit above or beside those whose record it is.
CREATE TABLE audit_witness (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  size BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  person_name VARCHAR(200) NOT NULL,
  unit_id BIGINT NOT NULL,
  unit_name VARCHAR(200) NOT NULL,
  witnessed_at DATETIME(3) NOT NULL,
  mark CHAR(64) NOT NULL,
  CONSTRAINT audit_witness_once UNIQUE (size, person_id),
  CONSTRAINT audit_witness_checkpoint FOREIGN KEY (size) REFERENCES audit_checkpoint (size)
);
