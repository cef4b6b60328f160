-- Recurring work of a span that has begun, unfolded by its rule: each time is done, or left out with a reason.
CREATE TABLE plan_occurrence (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  assignment_id BIGINT NOT NULL,
  due_on DATE NOT NULL,
  state VARCHAR(8) NOT NULL,
  reason VARCHAR(500),
  done_on DATE,
  by_name VARCHAR(100),
  CONSTRAINT plan_occurrence_once UNIQUE (assignment_id, due_on),
  CONSTRAINT plan_occurrence_assignment FOREIGN KEY (assignment_id) REFERENCES assignment (id)
);

-- What counts for an item by itself: one case (an activity, a meeting, a League class), or all of a kind at a unit.
CREATE TABLE plan_link (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT NOT NULL,
  indicator_id BIGINT,
  source_kind VARCHAR(12) NOT NULL,
  case_id BIGINT,
  case_number VARCHAR(40),
  meeting_kind VARCHAR(32),
  unit_id BIGINT,
  linked_by BIGINT NOT NULL,
  linked_by_name VARCHAR(100) NOT NULL,
  linked_at DATETIME(3) NOT NULL,
  CONSTRAINT plan_link_case UNIQUE (item_id, case_id)
);
CREATE INDEX plan_link_by_case ON plan_link (case_id);
CREATE INDEX plan_link_by_kind ON plan_link (source_kind, unit_id);

-- Who was counted for an indicator of persons: each once.
CREATE TABLE plan_person (
  indicator_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  PRIMARY KEY (indicator_id, person_id)
);

-- Items that share an indicator count the same meeting once.
CREATE UNIQUE INDEX plan_progress_source ON plan_progress (indicator_id, source_kind, source_id);
