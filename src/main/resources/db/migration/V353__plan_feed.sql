-- Secret addresses of calendars: one of a person for the own items (unit_id 0), and one for each unit whose plan the
-- person reads. Only the hash of an address is kept.
CREATE TABLE plan_feed (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  person_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  token_hash VARCHAR(64) NOT NULL,
  made_at DATETIME(3) NOT NULL,
  CONSTRAINT plan_feed_once UNIQUE (person_id, unit_id),
  CONSTRAINT plan_feed_token UNIQUE (token_hash)
);
