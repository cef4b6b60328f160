-- A notice is about one or several subjects, of any process, for as long as the rule of its matter says; an objection names one of them or all.
CREATE TABLE notice_subject (
  notice_id BIGINT NOT NULL,
  place_no INT NOT NULL,
  kind VARCHAR(12) NOT NULL,
  subject_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  PRIMARY KEY (notice_id, place_no),
  CONSTRAINT notice_subject_fk FOREIGN KEY (notice_id) REFERENCES notice (id)
);
INSERT INTO notice_subject (notice_id, place_no, kind, subject_id, name) SELECT id, 0, 'PERSON', person_id, person_name FROM notice;
ALTER TABLE notice DROP COLUMN person_id;
ALTER TABLE notice DROP COLUMN person_name;

-- So far only admission announced anything. A matter is named after the box that announces.
ALTER TABLE notice ADD COLUMN process VARCHAR(64) NOT NULL DEFAULT 'admission';
ALTER TABLE notice ALTER COLUMN process DROP DEFAULT;
ALTER TABLE notice ADD COLUMN policy_key VARCHAR(60) NOT NULL DEFAULT 'p1.publicity.workdays';
ALTER TABLE notice ALTER COLUMN policy_key DROP DEFAULT;
UPDATE notice SET matter = 'admission-publish' WHERE matter = 'admission';
UPDATE notice SET matter = 'admission-publishActivist' WHERE matter = 'activist';

-- Whether objections have taken away all that was announced.
ALTER TABLE notice ADD COLUMN upheld BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE notice SET upheld = TRUE WHERE id IN (SELECT notice_id FROM objection WHERE state = 'UPHELD');

-- The subject's place on the notice, null for all of it.
ALTER TABLE objection ADD COLUMN subject_no INT;
