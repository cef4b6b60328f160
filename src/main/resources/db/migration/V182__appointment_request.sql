-- Posts that administrators want for themselves; another administrator decides.
CREATE TABLE appointment_request (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  role VARCHAR(32) NOT NULL,
  unit_id BIGINT NOT NULL,
  from_date DATE,
  to_date DATE,
  asked_at DATETIME(6) NOT NULL,
  decided_by BIGINT,
  decided_at DATETIME(6),
  version INT NOT NULL,
  CONSTRAINT appointment_request_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT appointment_request_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
);
CREATE INDEX appointment_request_open ON appointment_request (unit_id, decided_at);
