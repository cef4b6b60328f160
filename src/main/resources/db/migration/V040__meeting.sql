-- Meetings: what waits for one, the meeting with its roll, items, counts and written opinions, resolutions.
CREATE TABLE agenda_entry (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  case_id BIGINT NOT NULL,
  matter VARCHAR(60) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  unit_id BIGINT NOT NULL,
  candidate_id BIGINT NOT NULL,
  title VARCHAR(200) NOT NULL,
  state VARCHAR(20) NOT NULL,
  since DATETIME(3) NOT NULL,
  meeting_id BIGINT,
  version INT NOT NULL
);
CREATE INDEX agenda_entry_case ON agenda_entry (case_id);
CREATE INDEX agenda_entry_unit ON agenda_entry (unit_id, kind, state);

CREATE TABLE agenda_conflict (
  entry_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  PRIMARY KEY (entry_id, person_id),
  FOREIGN KEY (entry_id) REFERENCES agenda_entry (id)
);

CREATE TABLE meeting (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  case_id BIGINT,
  kind VARCHAR(40) NOT NULL,
  unit_id BIGINT NOT NULL,
  place VARCHAR(100) NOT NULL,
  starts_at DATETIME(3) NOT NULL,
  chair_id BIGINT NOT NULL,
  recorder_id BIGINT NOT NULL,
  topics LONGTEXT,
  state VARCHAR(20) NOT NULL,
  convened_at DATETIME(3) NOT NULL,
  convened_by BIGINT NOT NULL,
  invited_at DATETIME(3),
  opened_at DATETIME(3),
  closed_at DATETIME(3),
  minutes_text LONGTEXT,
  signed_at DATETIME(3),
  signed_by BIGINT,
  reconvenes_id BIGINT,
  version INT NOT NULL
);
CREATE INDEX meeting_unit ON meeting (unit_id, starts_at);
CREATE UNIQUE INDEX meeting_case ON meeting (case_id);

CREATE TABLE meeting_roll (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT NOT NULL,
  person_id BIGINT,
  name VARCHAR(100) NOT NULL,
  guest BOOLEAN NOT NULL,
  votes BOOLEAN NOT NULL,
  why_not VARCHAR(100),
  present BOOLEAN NOT NULL,
  arrived_at DATETIME(3),
  left_at DATETIME(3),
  FOREIGN KEY (meeting_id) REFERENCES meeting (id)
);
CREATE UNIQUE INDEX meeting_roll_person ON meeting_roll (meeting_id, person_id);

CREATE TABLE meeting_item (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT NOT NULL,
  entry_id BIGINT NOT NULL,
  place_no INT NOT NULL,
  state VARCHAR(20) NOT NULL,
  ballot_mode VARCHAR(20) NOT NULL,
  rule_json VARCHAR(2000),
  teller_one BIGINT,
  teller_two BIGINT,
  round_no INT NOT NULL,
  entitled INT NOT NULL,
  present INT NOT NULL,
  written INT NOT NULL,
  ballot_at DATETIME(3),
  decided_at DATETIME(3),
  FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  FOREIGN KEY (entry_id) REFERENCES agenda_entry (id)
);
CREATE UNIQUE INDEX meeting_item_place ON meeting_item (meeting_id, place_no);

CREATE TABLE teller_count (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT NOT NULL,
  teller_id BIGINT NOT NULL,
  round_no INT NOT NULL,
  handed_out INT NOT NULL,
  returned INT NOT NULL,
  in_favour INT NOT NULL,
  against INT NOT NULL,
  abstained INT NOT NULL,
  invalid INT NOT NULL,
  written_in_favour INT NOT NULL,
  written_against INT NOT NULL,
  written_abstained INT NOT NULL,
  written_invalid INT NOT NULL,
  entered_at DATETIME(3) NOT NULL,
  FOREIGN KEY (item_id) REFERENCES meeting_item (id)
);
CREATE UNIQUE INDEX teller_count_once ON teller_count (item_id, round_no, teller_id);

CREATE TABLE written_opinion (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  received_at DATETIME(3) NOT NULL,
  received_by BIGINT NOT NULL,
  FOREIGN KEY (item_id) REFERENCES meeting_item (id)
);
CREATE UNIQUE INDEX written_opinion_once ON written_opinion (item_id, person_id);

CREATE TABLE resolution (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  number VARCHAR(40) NOT NULL,
  meeting_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  case_id BIGINT NOT NULL,
  matter VARCHAR(60) NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  wording VARCHAR(2000) NOT NULL,
  rule_text VARCHAR(1000) NOT NULL,
  rule_source VARCHAR(200) NOT NULL,
  held_on DATE NOT NULL,
  chair VARCHAR(100) NOT NULL,
  recorder VARCHAR(100) NOT NULL,
  entitled INT NOT NULL,
  present INT NOT NULL,
  handed_out INT NOT NULL,
  returned INT NOT NULL,
  in_favour INT NOT NULL,
  against INT NOT NULL,
  abstained INT NOT NULL,
  invalid INT NOT NULL,
  written_in_favour INT NOT NULL,
  written_against INT NOT NULL,
  written_abstained INT NOT NULL,
  written_invalid INT NOT NULL,
  FOREIGN KEY (meeting_id) REFERENCES meeting (id),
  FOREIGN KEY (item_id) REFERENCES meeting_item (id)
);
CREATE UNIQUE INDEX resolution_number ON resolution (number);
CREATE UNIQUE INDEX resolution_item ON resolution (item_id);
CREATE INDEX resolution_case ON resolution (case_id);
