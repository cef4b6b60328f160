-- One span of an item that has begun: one case of the process assignment. The unique key is the claim of the job that
-- starts it; of two nodes the first insert wins.
CREATE TABLE assignment (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  plan_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  case_id BIGINT,
  unit_id BIGINT NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  title VARCHAR(200) NOT NULL,
  lead_kind VARCHAR(8) NOT NULL,
  lead_id BIGINT NOT NULL,
  lead_name VARCHAR(200) NOT NULL,
  starts_on DATE NOT NULL,
  planned_on DATE NOT NULL,
  due_on DATE NOT NULL,
  percent DECIMAL(5,2) NOT NULL,
  stage VARCHAR(16),
  outcome VARCHAR(16),
  accepted BOOLEAN NOT NULL,
  verdict VARCHAR(16),
  opened_at DATETIME(3) NOT NULL,
  accepted_at DATETIME(3),
  reported_at DATETIME(3),
  completed_on DATE,
  signed_off_on DATE,
  checked_by BIGINT,
  hold_wanted BOOLEAN NOT NULL,
  held_since DATE,
  hold_reason VARCHAR(1000),
  held_days INT NOT NULL,
  extended INT NOT NULL,
  sent_back INT NOT NULL,
  CONSTRAINT assignment_once UNIQUE (item_id, starts_on),
  CONSTRAINT assignment_case UNIQUE (case_id)
);
CREATE INDEX assignment_plan ON assignment (plan_id, item_id);
CREATE INDEX assignment_due ON assignment (outcome, stage, due_on);
CREATE INDEX assignment_lead ON assignment (lead_kind, lead_id, outcome);

-- What was reported or counted by itself. Rows are only ever added; an indicator's total is their sum.
CREATE TABLE plan_progress (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  plan_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  assignment_id BIGINT,
  indicator_id BIGINT,
  amount DECIMAL(20,6),
  of_amount DECIMAL(20,6),
  total DECIMAL(20,6),
  of_total DECIMAL(20,6),
  percent DECIMAL(5,2),
  words VARCHAR(2000),
  reason VARCHAR(1000),
  source_kind VARCHAR(12) NOT NULL,
  source_id BIGINT,
  by_person BIGINT NOT NULL,
  by_name VARCHAR(100) NOT NULL,
  made_at DATETIME(3) NOT NULL,
  CONSTRAINT plan_progress_once UNIQUE (item_id, indicator_id, source_kind, source_id)
);
CREATE INDEX plan_progress_item ON plan_progress (item_id, id);
CREATE INDEX plan_progress_indicator ON plan_progress (indicator_id, id);

-- Files that prove a report.
CREATE TABLE plan_evidence (
  progress_id BIGINT NOT NULL,
  attachment_id BIGINT NOT NULL,
  PRIMARY KEY (progress_id, attachment_id)
);
