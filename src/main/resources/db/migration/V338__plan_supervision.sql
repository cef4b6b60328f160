-- Requests for more time (延期): made before an item is due, decided by its office, a second one a level higher.
CREATE TABLE plan_extension (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  assignment_id BIGINT NOT NULL,
  due_on DATE NOT NULL,
  until_on DATE NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  progress VARCHAR(1000) NOT NULL,
  unit_id BIGINT NOT NULL,
  answer_by DATE NOT NULL,
  state VARCHAR(12) NOT NULL,
  asked_by BIGINT NOT NULL,
  asked_by_name VARCHAR(100) NOT NULL,
  asked_at DATETIME(3) NOT NULL,
  opinion VARCHAR(1000),
  decided_by_name VARCHAR(100),
  decided_at DATETIME(3),
  CONSTRAINT plan_extension_assignment FOREIGN KEY (assignment_id) REFERENCES assignment (id)
);
CREATE INDEX plan_extension_of ON plan_extension (assignment_id, id);
CREATE INDEX plan_extension_open ON plan_extension (state, unit_id);

-- Supervision slips (督查单): an act with an addressee, a demand and a limit, until it is signed off.
CREATE TABLE plan_slip (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  assignment_id BIGINT NOT NULL,
  slip_no INT NOT NULL,
  unit_id BIGINT NOT NULL,
  addressee_kind VARCHAR(8) NOT NULL,
  addressee_id BIGINT NOT NULL,
  addressee_name VARCHAR(200) NOT NULL,
  methods VARCHAR(60) NOT NULL,
  finding VARCHAR(2000) NOT NULL,
  demand VARCHAR(2000) NOT NULL,
  limit_on DATE NOT NULL,
  state VARCHAR(12) NOT NULL,
  issued_by BIGINT NOT NULL,
  issued_by_name VARCHAR(100) NOT NULL,
  issued_at DATETIME(3) NOT NULL,
  answer VARCHAR(2000),
  answered_by_name VARCHAR(100),
  answered_at DATETIME(3),
  recheck VARCHAR(2000),
  rechecked_by_name VARCHAR(100),
  rechecked_at DATETIME(3),
  CONSTRAINT plan_slip_once UNIQUE (assignment_id, slip_no),
  CONSTRAINT plan_slip_assignment FOREIGN KEY (assignment_id) REFERENCES assignment (id)
);
CREATE INDEX plan_slip_addressee ON plan_slip (state, addressee_kind, addressee_id);
