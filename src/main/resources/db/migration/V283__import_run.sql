-- Counts how often work on an import was started: what an earlier start left in a queue does nothing any more.
ALTER TABLE roster_import ADD COLUMN run INT DEFAULT 0 NOT NULL;
ALTER TABLE mark_import ADD COLUMN run INT DEFAULT 0 NOT NULL;

-- Cells of one person are compared with each other.
CREATE INDEX mark_import_cell_person_ix ON mark_import_cell (import_id, person_id);
