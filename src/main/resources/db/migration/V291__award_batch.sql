-- A batch of an award: one case of the process award. What it judges by stands in the edition it was announced with.
CREATE TABLE award_batch (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  case_id BIGINT,
  edition_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  period VARCHAR(40) NOT NULL,
  theme VARCHAR(40),
  unit_id BIGINT NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  closes_on DATE NOT NULL,
  stage VARCHAR(64),
  outcome VARCHAR(64),
  notice_level INT NOT NULL,
  round_no INT NOT NULL,
  corrected BOOLEAN NOT NULL,
  sent_back BOOLEAN NOT NULL,
  in_favour BOOLEAN NOT NULL,
  open_tie VARCHAR(4000),
  started_at DATETIME(3) NOT NULL,
  decided_on DATE,
  published_on DATE,
  occasion VARCHAR(80),
  CONSTRAINT award_batch_case UNIQUE (case_id),
  CONSTRAINT award_batch_occasion UNIQUE (occasion)
);
CREATE INDEX award_batch_path ON award_batch (unit_path, id);
CREATE INDEX award_batch_edition ON award_batch (edition_id, id);

-- Who is judged in a batch: one row, never a process of its own.
CREATE TABLE award_nomination (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  batch_id BIGINT NOT NULL,
  subject_kind VARCHAR(12) NOT NULL,
  subject_id BIGINT NOT NULL,
  subject_name VARCHAR(100) NOT NULL,
  unit_id BIGINT NOT NULL,
  unit_name VARCHAR(200) NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  own BOOLEAN NOT NULL,
  nominated_by BIGINT NOT NULL,
  grounds VARCHAR(4000),
  state VARCHAR(16) NOT NULL,
  unmet LONGTEXT,
  score DECIMAL(20,8),
  rank_no INT,
  place_no INT,
  level_no INT,
  awarded_level INT,
  nominated_at DATETIME(3) NOT NULL,
  CONSTRAINT award_nomination_once UNIQUE (batch_id, subject_kind, subject_id),
  CONSTRAINT award_nomination_batch FOREIGN KEY (batch_id) REFERENCES award_batch (id)
);
CREATE INDEX award_nomination_place ON award_nomination (batch_id, state, place_no, id);
CREATE INDEX award_nomination_unit ON award_nomination (batch_id, unit_id);
CREATE INDEX award_nomination_path ON award_nomination (batch_id, unit_path);
CREATE INDEX award_nomination_subject ON award_nomination (subject_kind, subject_id, batch_id);

-- Who checked what at which level, what was sent back and why. Rows are only ever added.
CREATE TABLE award_trail (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  batch_id BIGINT NOT NULL,
  nomination_id BIGINT,
  unit_id BIGINT NOT NULL,
  unit_name VARCHAR(200) NOT NULL,
  act VARCHAR(24) NOT NULL,
  by_person BIGINT NOT NULL,
  by_name VARCHAR(100) NOT NULL,
  acting_as VARCHAR(32),
  reason VARCHAR(2000),
  made_at DATETIME(3) NOT NULL,
  CONSTRAINT award_trail_batch FOREIGN KEY (batch_id) REFERENCES award_batch (id)
);
CREATE INDEX award_trail_by_batch ON award_trail (batch_id, id);
CREATE INDEX award_trail_by_nomination ON award_trail (nomination_id, id);

-- Points of a panel's members.
CREATE TABLE award_panel_mark (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  batch_id BIGINT NOT NULL,
  nomination_id BIGINT NOT NULL,
  item VARCHAR(64) NOT NULL,
  judge_id BIGINT NOT NULL,
  judge_name VARCHAR(100) NOT NULL,
  points DECIMAL(12,4) NOT NULL,
  remark VARCHAR(500),
  made_at DATETIME(3) NOT NULL,
  CONSTRAINT award_panel_mark_once UNIQUE (nomination_id, item, judge_id)
);
CREATE INDEX award_panel_mark_batch ON award_panel_mark (batch_id, judge_id);

-- What a recount found, by somebody other than the scorer; what a component is worth instead. Rows are only ever added.
CREATE TABLE award_correction (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  batch_id BIGINT NOT NULL,
  nomination_id BIGINT NOT NULL,
  objection_id BIGINT,
  component VARCHAR(64) NOT NULL,
  points DECIMAL(20,8) NOT NULL,
  score_before DECIMAL(20,8),
  reason VARCHAR(2000) NOT NULL,
  by_person BIGINT NOT NULL,
  by_name VARCHAR(100) NOT NULL,
  made_at DATETIME(3) NOT NULL,
  CONSTRAINT award_correction_batch FOREIGN KEY (batch_id) REFERENCES award_batch (id)
);
CREATE INDEX award_correction_nomination ON award_correction (nomination_id, component, id);

-- An upheld objection that has to be recounted before the batch goes on.
CREATE TABLE award_recount (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  batch_id BIGINT NOT NULL,
  objection_id BIGINT NOT NULL,
  nomination_id BIGINT,
  result VARCHAR(16),
  reason VARCHAR(2000),
  by_person BIGINT,
  by_name VARCHAR(100),
  opened_at DATETIME(3) NOT NULL,
  settled_at DATETIME(3),
  CONSTRAINT award_recount_once UNIQUE (objection_id)
);
CREATE INDEX award_recount_batch ON award_recount (batch_id, settled_at);

-- Who moved when the batch was ranked anew.
CREATE TABLE award_move (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  batch_id BIGINT NOT NULL,
  round_no INT NOT NULL,
  nomination_id BIGINT NOT NULL,
  score_before DECIMAL(20,8),
  score_after DECIMAL(20,8),
  rank_before INT,
  rank_after INT,
  level_before INT,
  level_after INT
);
CREATE INDEX award_move_round ON award_move (batch_id, round_no, id);

-- In which order equals at the last place come, said by the committee or by lot.
CREATE TABLE award_tie_order (
  batch_id BIGINT NOT NULL,
  nomination_id BIGINT NOT NULL,
  position_no INT NOT NULL,
  PRIMARY KEY (batch_id, nomination_id)
);

-- Questions (质询): answered with the explanation, no score changes.
CREATE TABLE award_question (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  batch_id BIGINT NOT NULL,
  nomination_id BIGINT NOT NULL,
  by_person BIGINT NOT NULL,
  by_name VARCHAR(100) NOT NULL,
  content VARCHAR(2000) NOT NULL,
  asked_at DATETIME(3) NOT NULL,
  answer VARCHAR(4000),
  answered_by VARCHAR(100),
  answered_at DATETIME(3)
);
CREATE INDEX award_question_batch ON award_question (batch_id, answered_at, id);
CREATE INDEX award_question_nomination ON award_question (nomination_id, id);

-- Certificates and with them the ledger of honours, of persons and of units.
CREATE TABLE award_certificate (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  batch_id BIGINT NOT NULL,
  nomination_id BIGINT NOT NULL,
  number VARCHAR(40) NOT NULL,
  code VARCHAR(24) NOT NULL,
  subject_kind VARCHAR(12) NOT NULL,
  subject_id BIGINT NOT NULL,
  subject_name VARCHAR(100) NOT NULL,
  unit_name VARCHAR(200) NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  honour VARCHAR(200) NOT NULL,
  period VARCHAR(40) NOT NULL,
  issuer VARCHAR(200) NOT NULL,
  issued_on DATE NOT NULL,
  ledger_entry BIGINT,
  revoked_on DATE,
  revoked_why VARCHAR(500),
  CONSTRAINT award_certificate_number UNIQUE (number),
  CONSTRAINT award_certificate_code UNIQUE (code)
);
CREATE INDEX award_certificate_batch ON award_certificate (batch_id, id);
CREATE INDEX award_certificate_subject ON award_certificate (subject_kind, subject_id, id);
CREATE INDEX award_certificate_path ON award_certificate (unit_path, id);
