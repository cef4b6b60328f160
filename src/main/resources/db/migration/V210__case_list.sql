-- Each reason to see a case is a walk along an index, newest first.
CREATE INDEX case_file_subject_newest ON case_file (subject_person_id, id);
CREATE INDEX case_role_person_case ON case_role (person_id, case_id);
