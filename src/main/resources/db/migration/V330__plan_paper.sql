-- Papers that an office brought: kept word for word until they are taken into a plan, and as its source afterwards.
CREATE TABLE plan_paper (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  unit_id BIGINT NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  plan_year INT NOT NULL,
  source_name VARCHAR(255) NOT NULL,
  pasted BOOLEAN NOT NULL,
  content LONGBLOB NOT NULL,
  brought_by BIGINT NOT NULL,
  brought_by_name VARCHAR(60) NOT NULL,
  brought_at DATETIME(3) NOT NULL,
  edition_id BIGINT
);
CREATE INDEX plan_paper_unit ON plan_paper (unit_id, id);
