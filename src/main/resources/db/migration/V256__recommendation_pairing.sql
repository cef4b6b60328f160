-- 党员团员结对: a Party member and a League member; slot counts a member's running pairings, which policy limits.
CREATE TABLE recommendation_pairing (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  branch_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL,
  partner_id BIGINT NOT NULL,
  begun_on DATE NOT NULL,
  ended_on DATE,
  end_reason VARCHAR(300),
  goal VARCHAR(500) NOT NULL,
  effect VARCHAR(2000),
  slot INT,
  begun_by BIGINT NOT NULL,
  CONSTRAINT recommendation_pairing_slot UNIQUE (member_id, slot)
);
CREATE INDEX recommendation_pairing_branch ON recommendation_pairing (branch_id, ended_on);
CREATE INDEX recommendation_pairing_partner ON recommendation_pairing (partner_id);

-- What the two did together; entry_id is the line of the ledger that counts it as guidance.
CREATE TABLE recommendation_pairing_activity (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  pairing_id BIGINT NOT NULL,
  held_on DATE NOT NULL,
  words VARCHAR(1000) NOT NULL,
  recorded_by BIGINT NOT NULL,
  recorded_by_name VARCHAR(100) NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  entry_id BIGINT
);
CREATE INDEX recommendation_pairing_activity_of ON recommendation_pairing_activity (pairing_id, held_on);
