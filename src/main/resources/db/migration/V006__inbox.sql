-- Who has to do what: a projection of the engine's user tasks, written in the engine's own transaction.
-- holder is the one key whose holder may act: p:<person>, r:<role>:<unit> or c:<role>:<case>.
CREATE TABLE inbox_item (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  task_id VARCHAR(64) NOT NULL,
  case_id BIGINT NOT NULL,
  case_number VARCHAR(40) NOT NULL,
  process VARCHAR(64) NOT NULL,
  process_version VARCHAR(128) NOT NULL,
  box VARCHAR(64) NOT NULL,
  name VARCHAR(200) NOT NULL,
  stage VARCHAR(64),
  title VARCHAR(200) NOT NULL,
  subject_person_id BIGINT NOT NULL,
  subject_name VARCHAR(100) NOT NULL,
  unit_id BIGINT NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  holder VARCHAR(64) NOT NULL,
  role VARCHAR(64),
  role_unit_id BIGINT,
  climbed BOOLEAN NOT NULL,
  task_role VARCHAR(64),
  assignee BIGINT,
  opened_at DATETIME(3) NOT NULL,
  due_at DATETIME(3),
  due_order DATETIME(3) NOT NULL,
  read_at DATETIME(3),
  state VARCHAR(8) NOT NULL,
  answered BOOLEAN NOT NULL,
  closed_at DATETIME(3),
  closed_by BIGINT,
  closed_by_name VARCHAR(100),
  CONSTRAINT inbox_item_task UNIQUE (task_id)
);
CREATE INDEX inbox_item_newest ON inbox_item (holder, state, id);
CREATE INDEX inbox_item_due ON inbox_item (holder, state, due_order, id);
CREATE INDEX inbox_item_kind ON inbox_item (holder, state, process, stage, id);
CREATE INDEX inbox_item_name ON inbox_item (holder, state, subject_name, id);
CREATE INDEX inbox_item_number ON inbox_item (case_number);
CREATE INDEX inbox_item_unit ON inbox_item (state, unit_path, id);
CREATE INDEX inbox_item_open ON inbox_item (state, id);
CREATE INDEX inbox_item_done ON inbox_item (closed_by, closed_at, id);
CREATE INDEX inbox_item_case ON inbox_item (case_id, state);
CREATE INDEX inbox_item_seat ON inbox_item (role_unit_id, state);

-- How many open items each holder has, spread over slots so that a busy committee is no single hot row.
CREATE TABLE inbox_tally (
  holder VARCHAR(64) NOT NULL,
  slot INT NOT NULL,
  open_count BIGINT NOT NULL,
  PRIMARY KEY (holder, slot)
);
