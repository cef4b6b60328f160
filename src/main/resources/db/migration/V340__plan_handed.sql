-- Items that a superior sent to units below, and what they became there.
CREATE TABLE plan_handed (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  item_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  unit_name VARCHAR(200) NOT NULL,
  state VARCHAR(12) NOT NULL,
  plan_id BIGINT,
  child_id BIGINT,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  sent_by_name VARCHAR(100) NOT NULL,
  sent_at DATETIME(3) NOT NULL,
  confirmed_by_name VARCHAR(100),
  confirmed_at DATETIME(3),
  reason VARCHAR(1000),
  CONSTRAINT plan_handed_once UNIQUE (item_id, unit_id),
  CONSTRAINT plan_handed_item FOREIGN KEY (item_id) REFERENCES plan_item (id)
);
CREATE INDEX plan_handed_unit ON plan_handed (unit_id, state);
CREATE INDEX plan_handed_plan ON plan_handed (plan_id);

-- How often an indicator was reported on: nothing reported is not zero.
ALTER TABLE plan_indicator ADD COLUMN reports INT DEFAULT 0 NOT NULL;
UPDATE plan_indicator SET reports = (SELECT COUNT(*) FROM plan_progress WHERE plan_progress.indicator_id = plan_indicator.id);
