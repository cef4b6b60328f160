-- What the office entered for components that no other module knows, with its origin. Rows are only ever added; the latest counts.
CREATE TABLE award_entry (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  batch_id BIGINT NOT NULL,
  nomination_id BIGINT NOT NULL,
  component VARCHAR(64) NOT NULL,
  points DECIMAL(20,8) NOT NULL,
  origin VARCHAR(500) NOT NULL,
  by_person BIGINT NOT NULL,
  by_name VARCHAR(100) NOT NULL,
  made_at DATETIME(3) NOT NULL,
  CONSTRAINT award_entry_batch FOREIGN KEY (batch_id) REFERENCES award_batch (id)
);
CREATE INDEX award_entry_nomination ON award_entry (nomination_id, component, id);
CREATE INDEX award_entry_by_batch ON award_entry (batch_id, id);
