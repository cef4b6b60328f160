-- Imports of rosters: one row per upload, one per line, one per finding. ID numbers are sealed here too.
CREATE TABLE roster_import (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  state VARCHAR(12) NOT NULL,
  uploaded_by BIGINT NOT NULL,
  uploader VARCHAR(100) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  heartbeat DATETIME(3) NOT NULL,
  total INT NOT NULL,
  done INT NOT NULL,
  failure VARCHAR(2000),
  imported_at DATETIME(3),
  version INT NOT NULL,
  CONSTRAINT roster_import_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
);
CREATE INDEX roster_import_uploader_ix ON roster_import (uploaded_by, created_at);

-- verdict: CLEAN, WARNED, BLOCKED; plan: NEW, CHANGED, UNCHANGED; outcome: CREATED, CHANGED, UNCHANGED, REFUSED.
CREATE TABLE roster_row (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  import_id BIGINT NOT NULL,
  line_no INT NOT NULL,
  verdict VARCHAR(10) NOT NULL,
  plan VARCHAR(10) NOT NULL,
  content LONGTEXT NOT NULL,
  id_sealed VARCHAR(512),
  id_hash VARCHAR(64),
  id_masked VARCHAR(40),
  changes LONGTEXT,
  chosen BOOLEAN NOT NULL,
  outcome VARCHAR(10),
  person_id BIGINT,
  CONSTRAINT roster_row_import_fk FOREIGN KEY (import_id) REFERENCES roster_import (id)
);
CREATE UNIQUE INDEX roster_row_line_ix ON roster_row (import_id, line_no);
CREATE INDEX roster_row_verdict_ix ON roster_row (import_id, verdict, line_no);
CREATE INDEX roster_row_chosen_ix ON roster_row (import_id, chosen, outcome, line_no);

CREATE TABLE roster_finding (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  import_id BIGINT NOT NULL,
  line_no INT NOT NULL,
  column_name VARCHAR(20) NOT NULL,
  blocking BOOLEAN NOT NULL,
  rule_name VARCHAR(40) NOT NULL,
  args VARCHAR(1000) NOT NULL,
  CONSTRAINT roster_finding_import_fk FOREIGN KEY (import_id) REFERENCES roster_import (id)
);
CREATE INDEX roster_finding_line_ix ON roster_finding (import_id, line_no);
CREATE INDEX roster_finding_rule_ix ON roster_finding (import_id, rule_name, column_name);
