-- Process folders that a node did not deploy when it started, and why; earlier editions with running cases that would be refused today.
CREATE TABLE faulty_folder (
  node VARCHAR(100) NOT NULL,
  process VARCHAR(64) NOT NULL,
  name VARCHAR(255) NOT NULL,
  version INT NOT NULL,
  earlier BOOLEAN NOT NULL,
  faults LONGTEXT NOT NULL,
  PRIMARY KEY (node, process, version, earlier)
);
