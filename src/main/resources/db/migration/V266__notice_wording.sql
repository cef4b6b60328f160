-- A unit's own words for a kind of notice, instead of those that come with it.
CREATE TABLE notice_wording (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  text_key VARCHAR(100) NOT NULL,
  wording_text VARCHAR(2000) NOT NULL,
  changed_by BIGINT NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  version INT NOT NULL,
  CONSTRAINT notice_wording_once UNIQUE (unit_id, text_key)
);
