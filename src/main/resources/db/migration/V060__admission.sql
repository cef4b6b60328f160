-- One row per application for admission; the words are in the case file, here is what they mean.
CREATE TABLE admission (
  case_id BIGINT NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  applicant_id BIGINT NOT NULL,
  branch_id BIGINT NOT NULL,
  course VARCHAR(16) NOT NULL,
  verdict VARCHAR(16),
  applied_on DATE NOT NULL,
  talked_on DATE,
  nominated_on DATE,
  by_pioneers BOOLEAN NOT NULL,
  decided_on DATE,
  activist_on DATE,
  observed_on DATE,
  appraised_on DATE,
  consented_on DATE,
  pre_reviewed_on DATE,
  book_number VARCHAR(40),
  book_issued_on DATE,
  book_filled_on DATE,
  voted_on DATE,
  submitted_on DATE,
  extended_to DATE,
  extension_reason VARCHAR(1000),
  approved_on DATE,
  member_number VARCHAR(12),
  told_on DATE,
  announced_on DATE,
  ceremony_on DATE,
  archived_on DATE,
  transfer_from BIGINT,
  CONSTRAINT admission_book UNIQUE (book_number)
);
CREATE INDEX admission_applicant ON admission (applicant_id);
CREATE INDEX admission_ceremony ON admission (ceremony_on, approved_on, branch_id);

CREATE TABLE admission_ceremony (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  unit_id BIGINT NOT NULL,
  starts_at DATETIME(3) NOT NULL,
  place VARCHAR(200) NOT NULL,
  leader VARCHAR(100) NOT NULL,
  held BOOLEAN NOT NULL,
  planned_by BIGINT NOT NULL
);
CREATE TABLE admission_ceremony_member (
  ceremony_id BIGINT NOT NULL,
  case_id BIGINT NOT NULL,
  PRIMARY KEY (ceremony_id, case_id)
);
