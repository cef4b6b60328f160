-- Lists by which a League committee hands recommendations over to a Party branch; no says which of a day.
CREATE TABLE recommendation_list (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  line VARCHAR(20) NOT NULL,
  handed_over_on DATE NOT NULL,
  no INT NOT NULL,
  handed_over_by BIGINT NOT NULL,
  handed_over_by_name VARCHAR(100) NOT NULL,
  CONSTRAINT recommendation_list_once UNIQUE (unit_id, party_id, line, handed_over_on, no)
);
CREATE INDEX recommendation_list_party ON recommendation_list (party_id);

ALTER TABLE recommendation ADD COLUMN list_id BIGINT;
ALTER TABLE recommendation ADD COLUMN party_id BIGINT;
ALTER TABLE recommendation ADD COLUMN handed_over_by BIGINT;
ALTER TABLE recommendation ADD COLUMN receiver VARCHAR(50);
ALTER TABLE recommendation ADD COLUMN receipt_on_paper BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE recommendation ADD COLUMN feedback_on_paper BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX recommendation_on_list ON recommendation (list_id);
CREATE INDEX recommendation_started ON recommendation (branch_id, started_on);
