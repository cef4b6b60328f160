-- The keys this database was written with, by their names, which tell nothing about the keys themselves; a node with
-- another key does not start. Rows are only ever added.
CREATE TABLE key_check (
  purpose VARCHAR(20) NOT NULL PRIMARY KEY,
  key_id VARCHAR(16) NOT NULL,
  known_since DATETIME(3) NOT NULL
);

-- The key with which the sealed entry was marked; empty on seals of editions that did not name it.
ALTER TABLE audit_seal ADD COLUMN key_id VARCHAR(16);
