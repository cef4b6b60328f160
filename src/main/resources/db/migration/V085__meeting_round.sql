-- A ballot is a round of its own, with a paper of any form; counts are JSON, one number a line and mark.
CREATE TABLE meeting_round (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT NOT NULL,
  round_no INT NOT NULL,
  mode VARCHAR(20) NOT NULL,
  paper_json MEDIUMTEXT NOT NULL,
  rule_json MEDIUMTEXT NOT NULL,
  teller_one BIGINT NOT NULL,
  teller_two BIGINT NOT NULL,
  ended_one BOOLEAN NOT NULL,
  ended_two BOOLEAN NOT NULL,
  attempt_no INT NOT NULL,
  entitled INT NOT NULL,
  present INT NOT NULL,
  written INT NOT NULL,
  opened_at DATETIME(3) NOT NULL,
  decided_at DATETIME(3),
  electronic_json MEDIUMTEXT,
  FOREIGN KEY (item_id) REFERENCES meeting_item (id)
);
CREATE UNIQUE INDEX meeting_round_no ON meeting_round (item_id, round_no);

INSERT INTO meeting_round (item_id, round_no, mode, paper_json, rule_json, teller_one, teller_two, ended_one, ended_two,
    attempt_no, entitled, present, written, opened_at, decided_at)
  SELECT i.id, 1, 'PAPER',
    CONCAT('{"form":"DECISION","lines":[{"id":', e.candidate_id, ',"name":"',
      REPLACE(REPLACE(e.title, CHAR(92), CONCAT(CHAR(92), CHAR(92))), '"', CONCAT(CHAR(92), '"')), '"}],"seats":1}'),
    i.rule_json, i.teller_one, i.teller_two, i.decided_at IS NOT NULL, i.decided_at IS NOT NULL,
    i.round_no, i.entitled, i.present, i.written, i.ballot_at, i.decided_at
  FROM meeting_item i JOIN agenda_entry e ON e.id = i.entry_id
  WHERE i.rule_json IS NOT NULL AND i.teller_one IS NOT NULL;

-- Who could vote in a ballot and who was given a paper; not known of ballots before this version.
CREATE TABLE meeting_voter (
  round_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  paper BOOLEAN NOT NULL,
  PRIMARY KEY (round_id, person_id),
  FOREIGN KEY (round_id) REFERENCES meeting_round (id)
);

CREATE TABLE meeting_count (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  round_id BIGINT NOT NULL,
  teller_id BIGINT NOT NULL,
  attempt_no INT NOT NULL,
  count_json MEDIUMTEXT NOT NULL,
  entered_at DATETIME(3) NOT NULL,
  FOREIGN KEY (round_id) REFERENCES meeting_round (id)
);
CREATE UNIQUE INDEX meeting_count_once ON meeting_count (round_id, attempt_no, teller_id);

INSERT INTO meeting_count (round_id, teller_id, attempt_no, count_json, entered_at)
  SELECT r.id, c.teller_id, c.round_no,
    CONCAT('{"handedOut":', c.handed_out, ',"returned":', c.returned,
      ',"papers":{"lines":[{"FOR":', c.in_favour, ',"AGAINST":', c.against, ',"ABSTAIN":', c.abstained, '}],"spoilt":', c.invalid,
      '},"written":{"lines":[{"FOR":', c.written_in_favour, ',"AGAINST":', c.written_against, ',"ABSTAIN":', c.written_abstained,
      '}],"spoilt":', c.written_invalid, '}}'),
    c.entered_at
  FROM teller_count c JOIN meeting_round r ON r.item_id = c.item_id
  ORDER BY c.id;
DROP TABLE teller_count;

ALTER TABLE meeting_item DROP COLUMN ballot_mode;
ALTER TABLE meeting_item DROP COLUMN rule_json;
ALTER TABLE meeting_item DROP COLUMN teller_one;
ALTER TABLE meeting_item DROP COLUMN teller_two;
ALTER TABLE meeting_item DROP COLUMN round_no;
ALTER TABLE meeting_item DROP COLUMN written;
ALTER TABLE meeting_item DROP COLUMN ballot_at;
ALTER TABLE meeting_item DROP COLUMN decided_at;

ALTER TABLE resolution ADD COLUMN paper_json MEDIUMTEXT;
ALTER TABLE resolution ADD COLUMN tally_json MEDIUMTEXT;
UPDATE resolution SET
  paper_json = (SELECT r.paper_json FROM meeting_round r WHERE r.item_id = resolution.item_id),
  tally_json = CONCAT('{"entitled":', entitled, ',"present":', present, ',"handedOut":', handed_out, ',"returned":', returned,
    ',"papers":{"lines":[{"FOR":', in_favour, ',"AGAINST":', against, ',"ABSTAIN":', abstained, '}],"spoilt":', invalid,
    '},"written":{"lines":[{"FOR":', written_in_favour, ',"AGAINST":', written_against, ',"ABSTAIN":', written_abstained,
    '}],"spoilt":', written_invalid, '},"electronic":{"lines":[{}],"spoilt":0}}');
ALTER TABLE resolution DROP COLUMN entitled;
ALTER TABLE resolution DROP COLUMN present;
ALTER TABLE resolution DROP COLUMN handed_out;
ALTER TABLE resolution DROP COLUMN returned;
ALTER TABLE resolution DROP COLUMN in_favour;
ALTER TABLE resolution DROP COLUMN against;
ALTER TABLE resolution DROP COLUMN abstained;
ALTER TABLE resolution DROP COLUMN invalid;
ALTER TABLE resolution DROP COLUMN written_in_favour;
ALTER TABLE resolution DROP COLUMN written_against;
ALTER TABLE resolution DROP COLUMN written_abstained;
ALTER TABLE resolution DROP COLUMN written_invalid;
