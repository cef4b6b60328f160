-- Who read a case file or somebody's personal data, on which day and why; one row a reader, thing and day. Rows are only
-- ever added.
CREATE TABLE reading (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  subject_id BIGINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  ref_id BIGINT NOT NULL,
  label VARCHAR(100) NOT NULL,
  reader_id BIGINT NOT NULL,
  reader_name VARCHAR(200) NOT NULL,
  reader_post VARCHAR(32),
  reason VARCHAR(200),
  read_on DATE NOT NULL,
  read_at DATETIME(3) NOT NULL,
  CONSTRAINT reading_once UNIQUE (reader_id, kind, ref_id, read_on)
);
CREATE INDEX reading_subject ON reading (subject_id, id);
