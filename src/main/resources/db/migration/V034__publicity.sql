-- Public notices (公示) and the objections to them (异议).
CREATE TABLE notice (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  case_id BIGINT NOT NULL,
  matter VARCHAR(40) NOT NULL,
  unit_id BIGINT NOT NULL,
  unit_path VARCHAR(250) NOT NULL,
  unit_name VARCHAR(100) NOT NULL,
  person_id BIGINT NOT NULL,
  person_name VARCHAR(100) NOT NULL,
  content VARCHAR(10000) NOT NULL,
  opened_on DATE NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  workdays INT NOT NULL,
  sureness VARCHAR(12) NOT NULL,
  opened_by BIGINT NOT NULL,
  withdrawn_at DATETIME(3),
  withdrawn_reason VARCHAR(500),
  version INT NOT NULL
);
CREATE INDEX notice_case ON notice (case_id, id);
CREATE INDEX notice_last_day ON notice (last_day);
CREATE INDEX notice_unit ON notice (unit_path);

-- name and filed_by are empty on an objection without a name; where it came from is not kept.
CREATE TABLE objection (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  notice_id BIGINT NOT NULL,
  objector_name VARCHAR(100),
  contact VARCHAR(200),
  content VARCHAR(10000) NOT NULL,
  filed_at DATETIME(3) NOT NULL,
  filed_by BIGINT,
  state VARCHAR(10) NOT NULL,
  reason VARCHAR(2000),
  settled_by BIGINT,
  settled_by_name VARCHAR(100),
  settled_at DATETIME(3),
  version INT NOT NULL,
  CONSTRAINT objection_notice_fk FOREIGN KEY (notice_id) REFERENCES notice (id)
);
CREATE INDEX objection_notice ON objection (notice_id, state);
