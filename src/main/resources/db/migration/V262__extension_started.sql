-- The day that started the period for which more time was granted, so that another length of the period leaves it.
-- NULL in rows of which it is not known: those hold for the last day that they name.
ALTER TABLE deadline_extension ADD COLUMN started_day DATE;
UPDATE deadline_extension SET started_day = (
    SELECT a.submitted_on FROM admission a WHERE a.case_id = deadline_extension.case_id
      AND a.submitted_on <= CAST(deadline_extension.granted_at AS DATE))
  WHERE kind = 'admission-approval' AND due_day IS NOT NULL;
