-- Uploaded workbooks that wait for a choice, of any import: purpose is the importing module's word. Those that something in
-- the books names as its origin are kept for good.
CREATE TABLE sheet_file (
  purpose VARCHAR(12) NOT NULL,
  import_id BIGINT NOT NULL,
  sheets LONGTEXT NOT NULL,
  content LONGBLOB NOT NULL,
  kept_at DATETIME(3) NOT NULL,
  evidence BOOLEAN NOT NULL,
  PRIMARY KEY (purpose, import_id)
);
INSERT INTO sheet_file (purpose, import_id, sheets, content, kept_at, evidence)
SELECT 'roster', f.import_id, f.sheets, f.content, i.created_at, FALSE
FROM roster_file f JOIN roster_import i ON i.id = f.import_id;
DROP TABLE roster_file;
CREATE INDEX sheet_file_kept ON sheet_file (evidence, kept_at);

-- What the columns under a heading mean, as somebody of the unit said the last time. heading: a hash of the titles.
CREATE TABLE sheet_mapping (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  purpose VARCHAR(12) NOT NULL,
  heading VARCHAR(64) NOT NULL,
  mapping LONGTEXT NOT NULL,
  said_by BIGINT NOT NULL,
  said_by_name VARCHAR(100) NOT NULL,
  said_at DATETIME(3) NOT NULL,
  version INT NOT NULL,
  CONSTRAINT sheet_mapping_once UNIQUE (unit_id, purpose, heading)
);
