-- How many each unit may nominate in a batch; without a row nothing limits it.
CREATE TABLE award_place (
  batch_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  places INT NOT NULL,
  PRIMARY KEY (batch_id, unit_id)
);
