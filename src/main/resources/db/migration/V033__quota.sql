-- Member numbers (细则§41). A block is a run of numbers given to a unit; a number is taken by a conditional update on its state.
CREATE TABLE quota_block (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  from_unit_id BIGINT,
  prefix VARCHAR(6) NOT NULL,
  first_no INT NOT NULL,
  last_no INT NOT NULL,
  parent_id BIGINT,
  given_by BIGINT NOT NULL,
  given_by_name VARCHAR(100) NOT NULL,
  given_at DATETIME(3) NOT NULL,
  CONSTRAINT quota_block_parent_fk FOREIGN KEY (parent_id) REFERENCES quota_block (id)
);
CREATE INDEX quota_block_unit ON quota_block (unit_id);
CREATE INDEX quota_block_from ON quota_block (from_unit_id);

CREATE TABLE quota_number (
  number_text VARCHAR(12) NOT NULL PRIMARY KEY,
  state VARCHAR(8) NOT NULL,
  holder_unit_id BIGINT NOT NULL,
  block_id BIGINT NOT NULL,
  case_id BIGINT,
  last_case_id BIGINT,
  void_reason VARCHAR(500),
  voided_by_name VARCHAR(100),
  voided_at DATETIME(3),
  version INT NOT NULL,
  CONSTRAINT quota_number_case UNIQUE (case_id),
  CONSTRAINT quota_number_block_fk FOREIGN KEY (block_id) REFERENCES quota_block (id)
);
CREATE INDEX quota_number_pool ON quota_number (holder_unit_id, state, number_text);
