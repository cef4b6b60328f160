-- How many open items each holder has, by what lists are narrowed by, so that no list is counted item by item:
-- KIND_UNIT by process, stage and unit; KIND_DUE by process, stage and due hour; UNIT_DUE by unit and due hour.
-- What a row is not counted by is '' or the year 9999. due_hour is the first full hour at or after the due date;
-- stage is '' where there is none.
DROP TABLE inbox_tally;
CREATE TABLE inbox_total (
  holder VARCHAR(64) NOT NULL PRIMARY KEY,
  open_count BIGINT NOT NULL
);
CREATE TABLE inbox_count (
  counted_by VARCHAR(16) NOT NULL,
  holder VARCHAR(64) NOT NULL,
  process VARCHAR(64) NOT NULL,
  stage VARCHAR(64) NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  due_hour DATETIME(3) NOT NULL,
  open_count BIGINT NOT NULL,
  PRIMARY KEY (counted_by, holder, process, stage, unit_path, due_hour)
);
CREATE INDEX inbox_count_unit ON inbox_count (counted_by, unit_path, due_hour);

-- What transactions added to or took from these counts; a job adds it up, so that no transaction waits for another.
CREATE TABLE inbox_change (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  holder VARCHAR(64) NOT NULL,
  process VARCHAR(64) NOT NULL,
  stage VARCHAR(64) NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  due_hour DATETIME(3) NOT NULL,
  open_count BIGINT NOT NULL
);
CREATE INDEX inbox_change_holder ON inbox_change (holder);

-- What waits now is added up by the same job.
INSERT INTO inbox_change (holder, process, stage, unit_path, due_hour, open_count)
  SELECT holder, process, stage, unit_path, due_hour, COUNT(*) FROM (
    SELECT holder, process, COALESCE(stage, '') AS stage, unit_path, TIMESTAMPADD(HOUR,
      CEIL(TIMESTAMPDIFF(MICROSECOND, CAST('2000-01-01 00:00:00' AS DATETIME), due_order) / 3600000000.0),
      CAST('2000-01-01 00:00:00' AS DATETIME)) AS due_hour
    FROM inbox_item WHERE state = 'OPEN') open_item
  GROUP BY holder, process, stage, unit_path, due_hour;

-- Walks in the order of due dates through one stage, one unit, and by case number.
CREATE INDEX inbox_item_kind_due ON inbox_item (holder, state, process, stage, due_order, id, unit_path);
CREATE INDEX inbox_item_unit_due ON inbox_item (holder, state, unit_path, due_order, id);
CREATE INDEX inbox_item_unit_newest ON inbox_item (holder, state, unit_path, id);
CREATE INDEX inbox_item_holder_number ON inbox_item (holder, state, case_number);
