-- Hours and credits. Rows are only ever added; a counter-entry names the line that it takes back from.
CREATE TABLE ledger_entry (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  kind VARCHAR(24) NOT NULL,
  on_date DATE NOT NULL,
  amount INT NOT NULL,
  title VARCHAR(200) NOT NULL,
  evidence LONGTEXT,
  attachment_id BIGINT,
  case_id BIGINT,
  corrects_id BIGINT,
  reason VARCHAR(500),
  recorded_by BIGINT NOT NULL,
  recorder_name VARCHAR(100) NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  CONSTRAINT ledger_entry_corrects_fk FOREIGN KEY (corrects_id) REFERENCES ledger_entry (id)
);
CREATE INDEX ledger_entry_person ON ledger_entry (person_id, kind, on_date);
