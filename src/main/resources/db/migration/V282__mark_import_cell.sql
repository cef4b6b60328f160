-- The cells of a workbook with marks: what they say, whom they are of, what was found, what importing them would do or did.
CREATE TABLE mark_import_cell (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  import_id BIGINT NOT NULL,
  sheet_name VARCHAR(200) NOT NULL,
  line_no INT NOT NULL,
  column_no INT NOT NULL,
  who VARCHAR(100) NOT NULL,
  student_number VARCHAR(60) NOT NULL,
  raw_text VARCHAR(200) NOT NULL,
  person_id BIGINT,
  item_key VARCHAR(150),
  item_name VARCHAR(200),
  category VARCHAR(10) NOT NULL,
  low DECIMAL(18,8),
  high DECIMAL(18,8),
  period VARCHAR(9) NOT NULL,
  term VARCHAR(7) NOT NULL,
  attempt INT NOT NULL,
  points DECIMAL(18,8),
  word VARCHAR(20),
  credit DECIMAL(10,4),
  verdict VARCHAR(10) NOT NULL,
  rule_name VARCHAR(60),
  args VARCHAR(2000),
  plan VARCHAR(10) NOT NULL,
  before_text VARCHAR(60),
  before_version INT,
  chosen BOOLEAN NOT NULL,
  outcome VARCHAR(10),
  CONSTRAINT mark_import_cell_fk FOREIGN KEY (import_id) REFERENCES mark_import (id)
);
CREATE INDEX mark_import_cell_ix ON mark_import_cell (import_id, chosen, outcome, id);
CREATE INDEX mark_import_cell_verdict_ix ON mark_import_cell (import_id, verdict, id);
