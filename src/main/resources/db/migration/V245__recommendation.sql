-- One recommendation of a person on one line; running_person keeps a person to one running case.
CREATE TABLE recommendation (
  case_id BIGINT NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  person_id BIGINT NOT NULL,
  branch_id BIGINT NOT NULL,
  line VARCHAR(20) NOT NULL,
  heard BOOLEAN NOT NULL,
  review_first BOOLEAN NOT NULL,
  standing VARCHAR(16) NOT NULL,
  started_on DATE NOT NULL,
  onward BOOLEAN NOT NULL,
  virtue_weight INT,
  ability_weight INT,
  diligence_weight INT,
  achievement_weight INT,
  score DECIMAL(5,2),
  appraised_on DATE,
  reviewed_on DATE,
  voted_on DATE,
  valid_until DATE,
  placed BOOLEAN NOT NULL,
  investigated_on DATE,
  cleared_on DATE,
  handed_over_on DATE,
  handed_to VARCHAR(100),
  received_on DATE,
  feedback_on DATE,
  feedback_reason VARCHAR(500),
  running_person BIGINT,
  CONSTRAINT recommendation_running UNIQUE (running_person)
);
CREATE INDEX recommendation_person ON recommendation (person_id, line);
CREATE INDEX recommendation_branch ON recommendation (branch_id, line, voted_on);

-- Marks of the raters; a mark is never changed, those of a rater who left are marked as left.
CREATE TABLE recommendation_mark (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  case_id BIGINT NOT NULL,
  rater_id BIGINT NOT NULL,
  rater_name VARCHAR(100) NOT NULL,
  virtue DECIMAL(4,1) NOT NULL,
  ability DECIMAL(4,1) NOT NULL,
  diligence DECIMAL(4,1) NOT NULL,
  achievement DECIMAL(4,1) NOT NULL,
  grounds VARCHAR(2000) NOT NULL,
  evidence_id BIGINT,
  marked_at DATETIME(3) NOT NULL,
  left_at DATETIME(3),
  CONSTRAINT recommendation_mark_once UNIQUE (case_id, rater_id)
);
