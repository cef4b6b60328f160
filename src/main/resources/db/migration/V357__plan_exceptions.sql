-- Recurring work is left out on single days (holidays, examinations): WEEKLY:3:2025-05-01,2025-10-01.
ALTER TABLE plan_line ADD COLUMN recurs VARCHAR(1000);
UPDATE plan_line SET recurs = recurrence WHERE recurrence IS NOT NULL;
ALTER TABLE plan_line DROP COLUMN recurrence;
