-- A matter is named <process>-<box>. The process of the case and the rule under which it was listed stand on the agenda entry.
ALTER TABLE agenda_entry ADD COLUMN process VARCHAR(64);
ALTER TABLE agenda_entry ADD COLUMN rule_json MEDIUMTEXT;
UPDATE agenda_entry SET process = (SELECT c.process FROM case_file c WHERE c.id = agenda_entry.case_id);

UPDATE agenda_entry SET matter = CASE
  WHEN matter = 'activist' AND kind = 'BRANCH_COMMITTEE' THEN 'admission-decide'
  WHEN matter = 'activist' THEN 'admission-activistMeeting'
  WHEN matter = 'candidate' AND kind = 'BRANCH_COMMITTEE' THEN 'admission-consent'
  WHEN matter = 'candidate' THEN 'admission-consentMeeting'
  WHEN matter = 'admission-vote' THEN 'admission-branchMeeting'
  ELSE 'admission-committeeMeeting' END
WHERE matter IN ('activist', 'candidate', 'admission-vote', 'admission-approve');

UPDATE resolution SET matter = CASE
  WHEN matter = 'activist' AND (SELECT m.kind FROM meeting m WHERE m.id = resolution.meeting_id) = 'BRANCH_COMMITTEE' THEN 'admission-decide'
  WHEN matter = 'activist' THEN 'admission-activistMeeting'
  WHEN matter = 'candidate' AND (SELECT m.kind FROM meeting m WHERE m.id = resolution.meeting_id) = 'BRANCH_COMMITTEE' THEN 'admission-consent'
  WHEN matter = 'candidate' THEN 'admission-consentMeeting'
  WHEN matter = 'admission-vote' THEN 'admission-branchMeeting'
  ELSE 'admission-committeeMeeting' END
WHERE matter IN ('activist', 'candidate', 'admission-vote', 'admission-approve');
