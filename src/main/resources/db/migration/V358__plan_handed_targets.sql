-- What each unit has to reach at least of a number that its superior handed down; a rate holds for all alike.
CREATE TABLE plan_handed_target (
  handed_id BIGINT NOT NULL,
  indicator_id BIGINT NOT NULL,
  least_value DECIMAL(20,6) NOT NULL,
  PRIMARY KEY (handed_id, indicator_id),
  CONSTRAINT plan_handed_target_handed FOREIGN KEY (handed_id) REFERENCES plan_handed (id),
  CONSTRAINT plan_handed_target_indicator FOREIGN KEY (indicator_id) REFERENCES plan_indicator (id)
);
