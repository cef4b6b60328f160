-- Unfinished answers: private to the person, never part of a case.
CREATE TABLE form_draft (
  person_id BIGINT NOT NULL,
  draft_key VARCHAR(100) NOT NULL,
  form_id VARCHAR(100) NOT NULL,
  answers LONGTEXT NOT NULL,
  saved_at DATETIME(3) NOT NULL,
  PRIMARY KEY (person_id, draft_key)
);
-- Content once per hash, in the database so that every node can serve it.
CREATE TABLE attachment_content (
  sha256 CHAR(64) NOT NULL PRIMARY KEY,
  content LONGBLOB NOT NULL
);
CREATE TABLE attachment (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  sha256 CHAR(64) NOT NULL,
  file_name VARCHAR(160) NOT NULL,
  byte_count BIGINT NOT NULL,
  media_type VARCHAR(120) NOT NULL,
  uploaded_by BIGINT NOT NULL,
  uploaded_at DATETIME(3) NOT NULL,
  case_id BIGINT,
  CONSTRAINT attachment_has_content FOREIGN KEY (sha256) REFERENCES attachment_content (sha256)
);
CREATE INDEX attachment_of_case ON attachment (case_id);
CREATE INDEX attachment_of_person ON attachment (uploaded_by, case_id);
