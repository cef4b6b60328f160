-- A file under transfer stays with its branch until the other one has accepted it: what was noted was where it came from, now it is where it goes.
ALTER TABLE admission ADD COLUMN transfer_to BIGINT;
UPDATE admission SET transfer_to = branch_id WHERE transfer_from IS NOT NULL;
UPDATE admission SET branch_id = transfer_from WHERE transfer_from IS NOT NULL;
UPDATE case_file SET unit_id = (SELECT a.branch_id FROM admission a WHERE a.case_id = case_file.id)
  WHERE id IN (SELECT case_id FROM admission WHERE transfer_to IS NOT NULL);
UPDATE case_file SET unit_path = (SELECT u.path FROM unit u WHERE u.id = case_file.unit_id)
  WHERE id IN (SELECT case_id FROM admission WHERE transfer_to IS NOT NULL);
UPDATE case_file SET school_id = (SELECT u.id FROM unit u WHERE u.kind = 'COMMITTEE'
    AND case_file.unit_path LIKE CONCAT(u.path, '%') ORDER BY LENGTH(u.path) DESC LIMIT 1)
  WHERE id IN (SELECT case_id FROM admission WHERE transfer_to IS NOT NULL);
ALTER TABLE admission DROP COLUMN transfer_from;
