-- V260 wrote numbers of cases as CHAR, which H2 fills up with spaces, so that they named no case. Rows that name the
-- same reminder without spaces were said again meanwhile and stay.
CREATE TABLE deadline_reminder_trimmed AS
  SELECT kind, due_day, TRIM(subject) AS subject, step, round, MIN(said_at) AS said_at FROM deadline_reminder
  WHERE CHAR_LENGTH(subject) > CHAR_LENGTH(TRIM(subject)) GROUP BY kind, due_day, TRIM(subject), step, round;
DELETE FROM deadline_reminder WHERE CHAR_LENGTH(subject) > CHAR_LENGTH(TRIM(subject));
INSERT INTO deadline_reminder (kind, due_day, subject, step, round, said_at)
  SELECT kind, due_day, subject, step, round, said_at FROM deadline_reminder_trimmed t WHERE NOT EXISTS (
    SELECT 1 FROM deadline_reminder r WHERE r.kind = t.kind AND r.due_day = t.due_day AND r.subject = t.subject
      AND r.step = t.step AND r.round = t.round);
DROP TABLE deadline_reminder_trimmed;

-- What V260 left out: that an extension ran out, and that the Party was asked, which is done every 30 days from the day
-- after the last one on.
INSERT INTO deadline_reminder (kind, due_day, subject, step, round, said_at)
  SELECT kind, due_day, subject, step, round, MIN(made_at) FROM (
    SELECT 'admission-approval' AS kind, CAST(SUBSTRING(args, CHAR_LENGTH(args) - 11, 10) AS DATE) AS due_day,
      TRIM(CAST(case_id AS CHAR(20))) AS subject, 'approvalDue' AS step, 0 AS round, made_at
    FROM case_event WHERE message_key = 'admission.told.extensionOver'
    UNION ALL
    SELECT 'recommendation-feedback', CAST(SUBSTRING(args, CHAR_LENGTH(args) - 11, 10) AS DATE),
      TRIM(CAST(case_id AS CHAR(20))), 'feedbackAsked',
      FLOOR((TIMESTAMPDIFF(DAY, CAST(SUBSTRING(args, CHAR_LENGTH(args) - 11, 10) AS DATE), CAST(made_at AS DATE)) - 1) / 30),
      made_at
    FROM case_event WHERE message_key = 'recommendation.told.feedbackAsked'
  ) AS told
  WHERE round >= 0 AND NOT EXISTS (
    SELECT 1 FROM deadline_reminder r WHERE r.kind = told.kind AND r.due_day = told.due_day
      AND r.subject = told.subject AND r.step = told.step AND r.round = told.round)
  GROUP BY kind, due_day, subject, step, round;
