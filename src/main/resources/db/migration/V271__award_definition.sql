-- Awards and their editions. A released edition never changes: batches that were announced with it keep it.
CREATE TABLE award (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  created_at TIMESTAMP(6) NOT NULL
);
CREATE INDEX award_unit ON award (unit_id);

CREATE TABLE award_edition (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  award_id BIGINT NOT NULL,
  edition_no INT NOT NULL,
  name VARCHAR(120) NOT NULL,
  state VARCHAR(20) NOT NULL,
  definition LONGTEXT NOT NULL,
  changed_by BIGINT NOT NULL,
  changed_by_name VARCHAR(100) NOT NULL,
  changed_at TIMESTAMP(6) NOT NULL,
  version BIGINT DEFAULT 0 NOT NULL,
  CONSTRAINT award_edition_once UNIQUE (award_id, edition_no)
);
