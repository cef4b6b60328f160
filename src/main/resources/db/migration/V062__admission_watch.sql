-- The unit with authority to approve when last looked, and one running application per person for certain.
ALTER TABLE admission ADD COLUMN authority_id BIGINT;
ALTER TABLE admission ADD COLUMN running_applicant BIGINT;
UPDATE admission SET running_applicant = applicant_id
  WHERE case_id IN (SELECT id FROM case_file WHERE state = 'OPEN');
ALTER TABLE admission ADD CONSTRAINT admission_running UNIQUE (running_applicant);
