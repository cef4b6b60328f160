-- Places of a unit for a purpose and a period: how many are taken, and by which cases.
CREATE TABLE quota_account (
  purpose VARCHAR(60) NOT NULL,
  unit_id BIGINT NOT NULL,
  period VARCHAR(20) NOT NULL,
  taken INT NOT NULL,
  PRIMARY KEY (purpose, unit_id, period)
);

-- Locked by whoever adds an account.
INSERT INTO quota_account (purpose, unit_id, period, taken) VALUES ('', 0, '', 0);

CREATE TABLE quota_place (
  case_id BIGINT NOT NULL,
  purpose VARCHAR(60) NOT NULL,
  unit_id BIGINT NOT NULL,
  period VARCHAR(20) NOT NULL,
  taken_at DATETIME(3) NOT NULL,
  PRIMARY KEY (case_id, purpose)
);
CREATE INDEX quota_place_account ON quota_place (purpose, unit_id, period);
