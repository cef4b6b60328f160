-- What a League class (团课) has beside its meeting: theme, form, preparation, study hours, and who was counted as there.
CREATE TABLE league_class (
  meeting_id BIGINT NOT NULL PRIMARY KEY,
  theme VARCHAR(100),
  forms VARCHAR(200) NOT NULL,
  lecturer VARCHAR(100),
  study_tenths INT NOT NULL,
  preparation VARCHAR(4000),
  prepared_at DATETIME(3),
  version INT NOT NULL
);
CREATE TABLE league_class_material (
  meeting_id BIGINT NOT NULL,
  attachment_id BIGINT NOT NULL,
  added_at DATETIME(3) NOT NULL,
  PRIMARY KEY (meeting_id, attachment_id)
);
CREATE INDEX league_class_material_file ON league_class_material (attachment_id);

-- entry_id: the line of the ledger that counts; null once the attendance was taken back.
CREATE TABLE class_attendance (
  meeting_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  entry_id BIGINT,
  PRIMARY KEY (meeting_id, person_id)
);
-- Only ever added.
CREATE TABLE attendance_correction (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  attended BOOLEAN NOT NULL,
  reason VARCHAR(500) NOT NULL,
  corrected_by BIGINT NOT NULL,
  corrector_name VARCHAR(100) NOT NULL,
  corrected_at DATETIME(3) NOT NULL
);
CREATE INDEX attendance_correction_meeting ON attendance_correction (meeting_id);
