-- Every content that a process folder was ever deployed with, once; program_at is when the newest program that carries it was built.
CREATE TABLE process_edition (
  process VARCHAR(64) NOT NULL,
  content CHAR(64) NOT NULL,
  deployment_id VARCHAR(64) NOT NULL,
  program_at DATETIME(3) NOT NULL,
  deployed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (process, content)
);
