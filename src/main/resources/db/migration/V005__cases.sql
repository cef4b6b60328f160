-- The case file (案卷) of every process instance, and what was written into it.
CREATE TABLE case_file (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  number VARCHAR(40),
  process VARCHAR(64) NOT NULL,
  title VARCHAR(200) NOT NULL,
  subject_person_id BIGINT NOT NULL,
  subject_name VARCHAR(100) NOT NULL,
  unit_id BIGINT NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  school_id BIGINT,
  state VARCHAR(16) NOT NULL,
  stage VARCHAR(64),
  outcome VARCHAR(64),
  opened_by BIGINT NOT NULL,
  opened_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3),
  CONSTRAINT case_file_number UNIQUE (number)
);
CREATE INDEX case_file_subject ON case_file (subject_person_id, process, state);
CREATE INDEX case_file_opened_by ON case_file (opened_by, id);
CREATE INDEX case_file_unit ON case_file (unit_id, process, state);
CREATE INDEX case_file_path ON case_file (unit_path, id);
CREATE INDEX case_file_name ON case_file (subject_name, id);
CREATE INDEX case_file_process ON case_file (process, state, id);

-- Who plays which part in one case: mentor, introducer. Earlier holders stay, with an end.
CREATE TABLE case_role (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  case_id BIGINT NOT NULL,
  role VARCHAR(64) NOT NULL,
  person_id BIGINT NOT NULL,
  since_at DATETIME(3) NOT NULL,
  until_at DATETIME(3),
  CONSTRAINT case_role_case FOREIGN KEY (case_id) REFERENCES case_file (id)
);
CREATE INDEX case_role_by_case ON case_role (case_id, role, until_at);
CREATE INDEX case_role_by_person ON case_role (person_id, until_at, case_id);

-- Who answered what, word for word. Rows are only ever added.
CREATE TABLE submission (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  case_id BIGINT NOT NULL,
  process VARCHAR(64) NOT NULL,
  box VARCHAR(64) NOT NULL,
  box_name VARCHAR(200) NOT NULL,
  task_id VARCHAR(64),
  form_id VARCHAR(128) NOT NULL,
  form_version VARCHAR(128) NOT NULL,
  answers LONGTEXT NOT NULL,
  by_person BIGINT NOT NULL,
  by_name VARCHAR(100) NOT NULL,
  acting_as VARCHAR(64),
  made_at DATETIME(3) NOT NULL,
  idempotency_key VARCHAR(128) NOT NULL,
  CONSTRAINT submission_case FOREIGN KEY (case_id) REFERENCES case_file (id),
  CONSTRAINT submission_once UNIQUE (idempotency_key)
);
CREATE INDEX submission_by_case ON submission (case_id, id);
CREATE INDEX submission_by_person ON submission (by_person, id);
CREATE INDEX submission_by_task ON submission (task_id);

-- What else happened to a case, for its timeline. Rows are only ever added.
CREATE TABLE case_event (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  case_id BIGINT NOT NULL,
  message_key VARCHAR(128) NOT NULL,
  args LONGTEXT NOT NULL,
  by_person BIGINT NOT NULL,
  by_name VARCHAR(100) NOT NULL,
  made_at DATETIME(3) NOT NULL,
  CONSTRAINT case_event_case FOREIGN KEY (case_id) REFERENCES case_file (id)
);
CREATE INDEX case_event_by_case ON case_event (case_id, id);
