-- Process folders and running versions that a program found sound, by a hash of all of them.
CREATE TABLE checked_folders (
  fingerprint CHAR(64) NOT NULL PRIMARY KEY,
  checked_at DATETIME(3) NOT NULL
);
