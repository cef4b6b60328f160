-- The yearly review of admissions (发展团员情况核查, 细则§37), written once; what was found stays as it was found.
CREATE TABLE admission_review (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  held_on DATE NOT NULL,
  admissions INT NOT NULL,
  doubts INT NOT NULL,
  findings VARCHAR(2000) NOT NULL,
  recorded_by BIGINT NOT NULL,
  recorded_name VARCHAR(100) NOT NULL,
  recorded_at DATETIME(3) NOT NULL
);
CREATE INDEX admission_review_unit ON admission_review (unit_id, held_on);
