-- What was said of deadlines already, so that it is said once, whichever node comes first.
CREATE TABLE deadline_reminder (
  kind VARCHAR(40) NOT NULL,
  due_day DATE NOT NULL,
  subject VARCHAR(60) NOT NULL,
  step VARCHAR(40) NOT NULL,
  round INT NOT NULL,
  said_at DATETIME(3) NOT NULL,
  PRIMARY KEY (kind, due_day, subject, step, round)
);

-- More time that was granted to a case. due_day is the last day without it; NULL in rows
-- that were granted before this table, which extend whatever day the case had.
CREATE TABLE deadline_extension (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  case_id BIGINT NOT NULL,
  due_day DATE,
  until_day DATE NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  granted_by BIGINT NOT NULL,
  granted_by_name VARCHAR(100) NOT NULL,
  granted_at DATETIME(3) NOT NULL,
  CONSTRAINT deadline_extension_case FOREIGN KEY (case_id) REFERENCES case_file (id)
);
CREATE INDEX deadline_extension_of_case ON deadline_extension (case_id, kind);

INSERT INTO deadline_extension (kind, case_id, until_day, reason, granted_by, granted_by_name, granted_at)
  SELECT 'admission-approval', case_id, extended_to, COALESCE(extension_reason, ''), 0, '', CURRENT_TIMESTAMP
  FROM admission WHERE extended_to IS NOT NULL;
ALTER TABLE admission DROP COLUMN extended_to;
ALTER TABLE admission DROP COLUMN extension_reason;

-- What timers of diagrams and sweeps said before is not said again. The last argument of
-- each of these messages is the day.
INSERT INTO deadline_reminder (kind, due_day, subject, step, round, said_at)
  SELECT DISTINCT kind, CAST(SUBSTRING(args, CHAR_LENGTH(args) - 11, 10) AS DATE), CAST(case_id AS CHAR(20)), step, 0, CURRENT_TIMESTAMP
  FROM (
    SELECT case_id, args, SUBSTRING(message_key, 16) AS step,
      CASE message_key
        WHEN 'admission.told.talkDue' THEN 'admission-talk'
        WHEN 'admission.told.talkOverdue' THEN 'admission-talk'
        WHEN 'admission.told.periodOver' THEN 'admission-observation'
        WHEN 'admission.told.approvalDue' THEN 'admission-approval'
        WHEN 'admission.told.approvalLimit' THEN 'admission-approvalLimit'
        WHEN 'admission.told.ceremonyLate' THEN 'admission-ceremony'
        WHEN 'admission.told.archiveLate' THEN 'admission-archive'
      END AS kind
    FROM case_event
    WHERE message_key IN ('admission.told.talkDue', 'admission.told.talkOverdue', 'admission.told.periodOver',
      'admission.told.approvalDue', 'admission.told.approvalLimit', 'admission.told.ceremonyLate',
      'admission.told.archiveLate')
  ) AS told;

INSERT INTO deadline_reminder (kind, due_day, subject, step, round, said_at)
  SELECT 'life-duty', period_first, CONCAT(branch_id, '/', duty), about, 0, told_at FROM life_reminder;
DROP TABLE life_reminder;

INSERT INTO deadline_reminder (kind, due_day, subject, step, round, said_at)
  SELECT DISTINCT kind, CAST(SUBSTRING(args, CHAR_LENGTH(args) - 11, 10) AS DATE), CAST(case_id AS CHAR(20)), step, 0, CURRENT_TIMESTAMP
  FROM (
    SELECT case_id, args, SUBSTRING(message_key, 21) AS step,
      CASE message_key WHEN 'recommendation.told.feedbackLate' THEN 'recommendation-feedback' ELSE 'recommendation-lapse' END AS kind
    FROM case_event
    WHERE message_key IN ('recommendation.told.feedbackLate', 'recommendation.told.lapsesSoon')
  ) AS told;
