-- What persons are marked in: courses of the registry and items of an assessment. unit_id: the school within which the key
-- is told apart. low, high: the range of the points; pass: from which points on a course is passed.
CREATE TABLE mark_item (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  item_key VARCHAR(150) NOT NULL,
  name VARCHAR(200) NOT NULL,
  category VARCHAR(10) NOT NULL,
  low DECIMAL(18,8),
  high DECIMAL(18,8),
  pass DECIMAL(18,8),
  version INT NOT NULL,
  CONSTRAINT mark_item_once UNIQUE (unit_id, item_key),
  CONSTRAINT mark_item_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
);

-- The mark that stands: points or a word (优秀, 缺考), never both empty. period: a school year (2023-2024) or a calendar year;
-- term: 1, 2, 3, a month (2023-09) or '' for the whole year; attempt: 0 first, 1 make-up, 2 retake. typed: what the last
-- sheet said, to tell a corrected sheet from the same one.
CREATE TABLE mark (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  period VARCHAR(9) NOT NULL,
  term VARCHAR(7) NOT NULL,
  attempt INT NOT NULL,
  points DECIMAL(18,8),
  word VARCHAR(20),
  credit DECIMAL(10,4),
  raw_text VARCHAR(200) NOT NULL,
  typed VARCHAR(300),
  import_id BIGINT,
  sheet_name VARCHAR(200),
  line_no INT,
  column_no INT,
  reason VARCHAR(500),
  entered_by BIGINT NOT NULL,
  entered_by_name VARCHAR(100) NOT NULL,
  entered_at DATETIME(3) NOT NULL,
  version INT NOT NULL,
  CONSTRAINT mark_once UNIQUE (person_id, item_id, period, term, attempt),
  CONSTRAINT mark_item_fk FOREIGN KEY (item_id) REFERENCES mark_item (id),
  CONSTRAINT mark_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE INDEX mark_of_item ON mark (item_id, period, person_id);

-- What stood before a change, with its own origin.
CREATE TABLE mark_history (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  mark_id BIGINT NOT NULL,
  points DECIMAL(18,8),
  word VARCHAR(20),
  credit DECIMAL(10,4),
  raw_text VARCHAR(200) NOT NULL,
  import_id BIGINT,
  sheet_name VARCHAR(200),
  line_no INT,
  column_no INT,
  reason VARCHAR(500),
  entered_by BIGINT NOT NULL,
  entered_by_name VARCHAR(100) NOT NULL,
  entered_at DATETIME(3) NOT NULL,
  replaced_at DATETIME(3) NOT NULL,
  CONSTRAINT mark_history_fk FOREIGN KEY (mark_id) REFERENCES mark (id)
);
CREATE INDEX mark_history_of ON mark_history (mark_id, id);

-- A workbook with marks on its way: read, mapped, checked, chosen from, imported. layout: what the columns mean, as JSON.
CREATE TABLE mark_import (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  file_name VARCHAR(510) NOT NULL,
  state VARCHAR(12) NOT NULL,
  uploaded_by BIGINT NOT NULL,
  uploader VARCHAR(100) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  heartbeat DATETIME(3) NOT NULL,
  total INT NOT NULL,
  done INT NOT NULL,
  failure VARCHAR(2000),
  sheet_name VARCHAR(200),
  imported_at DATETIME(3),
  layout LONGTEXT,
  version INT NOT NULL,
  CONSTRAINT mark_import_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
);
CREATE INDEX mark_import_unit_ix ON mark_import (unit_id, id);
