-- What waits to be imported is walked by id behind the last cell done; no index holds the choice and the outcome of a cell,
-- which change for every cell of an import. The table is made anew, because no statement that drops an index is understood by
-- both databases.
ALTER TABLE mark_import_cell RENAME TO mark_import_cell_before;
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
  CONSTRAINT mark_import_cell_of_fk FOREIGN KEY (import_id) REFERENCES mark_import (id)
);
INSERT INTO mark_import_cell (
  import_id, sheet_name, line_no, column_no, who, student_number, raw_text, person_id, item_key, item_name, category,
  low, high, period, term, attempt, points, word, credit, verdict, rule_name, args, plan, before_text, before_version,
  chosen, outcome)
SELECT
  import_id, sheet_name, line_no, column_no, who, student_number, raw_text, person_id, item_key, item_name, category,
  low, high, period, term, attempt, points, word, credit, verdict, rule_name, args, plan, before_text, before_version,
  chosen, outcome
FROM mark_import_cell_before ORDER BY id;
DROP TABLE mark_import_cell_before;
CREATE INDEX mark_import_cell_walk ON mark_import_cell (import_id, id);
CREATE INDEX mark_import_cell_verdict ON mark_import_cell (import_id, verdict, id);
CREATE INDEX mark_import_cell_person ON mark_import_cell (import_id, person_id);
