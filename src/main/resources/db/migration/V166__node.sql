-- The nodes of this installation, and which edition of each process folder they carry and run.
CREATE TABLE node (
  name VARCHAR(100) NOT NULL PRIMARY KEY,
  program_at DATETIME(3) NOT NULL,
  started_at DATETIME(3) NOT NULL,
  seen_at DATETIME(3) NOT NULL
);
CREATE TABLE node_edition (
  node VARCHAR(100) NOT NULL,
  process VARCHAR(64) NOT NULL,
  carries CHAR(64) NOT NULL,
  runs VARCHAR(64) NOT NULL,
  PRIMARY KEY (node, process)
);
