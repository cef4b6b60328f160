-- Elections and gradings: several ballots on one item, papers with many lines, and items that people put on an agenda (case_id 0).
ALTER TABLE meeting_round ADD COLUMN kind VARCHAR(20) DEFAULT 'FIRST' NOT NULL;

ALTER TABLE agenda_entry ADD COLUMN paper_json MEDIUMTEXT;
ALTER TABLE agenda_entry ADD COLUMN put_by BIGINT;

ALTER TABLE resolution ADD COLUMN ballots_json MEDIUMTEXT;
ALTER TABLE resolution ADD COLUMN wording_text MEDIUMTEXT;
UPDATE resolution SET wording_text = wording,
  ballots_json = CONCAT('[{"no":1,"kind":"FIRST","paper":', paper_json, ',"tally":', tally_json,
    ',"result":{"outcome":"', outcome, '","lines":[],"open":0},"needed":0}]');
ALTER TABLE resolution DROP COLUMN wording;
ALTER TABLE resolution DROP COLUMN paper_json;
ALTER TABLE resolution DROP COLUMN tally_json;
