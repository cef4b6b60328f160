-- Forms that have counted, so that one sent twice counts once; who sent it is not kept. Swept after some days.
CREATE TABLE sent_form (
  form_key VARCHAR(64) NOT NULL PRIMARY KEY,
  sent_at DATETIME(3) NOT NULL
);
CREATE INDEX sent_form_at ON sent_form (sent_at);
-- Files that belong to something other than a case, such as a line of the ledger.
ALTER TABLE attachment ADD COLUMN filed_as VARCHAR(60);
-- Ceremonies that were called off stay on record.
ALTER TABLE admission_ceremony ADD COLUMN called_off BOOLEAN NOT NULL DEFAULT FALSE;
-- 可覆盖 means stricter, never looser. What the county sets of its own conditions holds for its schools.
UPDATE policy_rule SET leeway = 'STRICTER' WHERE rule_key IN ('p1.activist.publicity', 'p1.oath.withinMonths', 'p1.reapply.afterMonths');
UPDATE policy_rule SET leeway = 'COUNTY' WHERE rule_key IN ('p1.volunteer.minHoursYear', 'p1.ideology.exam');
-- A month is at most 31 days; a unit may ask for fewer.
INSERT INTO policy_rule (seq, rule_key, kind, rule_value, measure, source, grade, leeway) VALUES
  (51, 'p1.talk.dueDays', 'AT_MOST', '31', 'DAYS', '细则§8', 'N', 'STRICTER'),
  (271, 'p1.approve.dueDays', 'AT_MOST', '31', 'DAYS', '细则§26', 'N', 'STRICTER');
