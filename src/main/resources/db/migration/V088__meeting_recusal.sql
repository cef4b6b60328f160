-- Who stays out of an item (回避), and whose paper somebody else filled in; never what was put on it.
CREATE TABLE meeting_recusal (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  declared_by BIGINT NOT NULL,
  declared_at DATETIME(3) NOT NULL,
  FOREIGN KEY (item_id) REFERENCES meeting_item (id)
);
CREATE UNIQUE INDEX meeting_recusal_once ON meeting_recusal (item_id, person_id);

CREATE TABLE meeting_assistance (
  round_id BIGINT NOT NULL,
  voter_id BIGINT NOT NULL,
  scribe_id BIGINT NOT NULL,
  assisted_at DATETIME(3) NOT NULL,
  PRIMARY KEY (round_id, voter_id),
  FOREIGN KEY (round_id) REFERENCES meeting_round (id)
);

-- The grades that the branch committee proposes after a grading, within the cap.
CREATE TABLE meeting_proposal (
  item_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  grade VARCHAR(20) NOT NULL,
  PRIMARY KEY (item_id, person_id),
  FOREIGN KEY (item_id) REFERENCES meeting_item (id)
);
