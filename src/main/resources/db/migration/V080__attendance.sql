-- Check-in by a code that changes, who came and went when, leave asked for beforehand (请假), minutes sent back.
ALTER TABLE meeting ADD COLUMN check_in_at DATETIME(3);
ALTER TABLE meeting ADD COLUMN check_in_secret VARCHAR(64);
ALTER TABLE meeting ADD COLUMN minutes_remark VARCHAR(500);
CREATE INDEX meeting_reconvenes ON meeting (reconvenes_id);
ALTER TABLE meeting_roll ADD COLUMN wrong_codes INT DEFAULT 0 NOT NULL;
CREATE INDEX meeting_roll_whose ON meeting_roll (person_id);

-- meeting_id without a foreign key: its check would lock the meeting's row against whoever runs the meeting.
CREATE TABLE attendance (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT NOT NULL,
  roll_id BIGINT NOT NULL,
  step VARCHAR(10) NOT NULL,
  how VARCHAR(10) NOT NULL,
  happened_at DATETIME(3) NOT NULL,
  recorded_by BIGINT NOT NULL
);
CREATE INDEX attendance_meeting ON attendance (meeting_id);

CREATE TABLE absence (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  state VARCHAR(20) NOT NULL,
  asked_at DATETIME(3) NOT NULL,
  decided_at DATETIME(3),
  decided_by BIGINT,
  remark VARCHAR(500),
  version INT NOT NULL,
  FOREIGN KEY (meeting_id) REFERENCES meeting (id)
);
CREATE UNIQUE INDEX absence_once ON absence (meeting_id, person_id);
