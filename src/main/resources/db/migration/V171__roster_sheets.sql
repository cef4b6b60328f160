-- Which sheet of the workbook was read. Where somebody has to choose, the workbook waits sealed until then, with what its
-- sheets hold.
ALTER TABLE roster_import ADD COLUMN sheet_name VARCHAR(200);
CREATE TABLE roster_file (
  import_id BIGINT PRIMARY KEY,
  sheets LONGTEXT NOT NULL,
  content LONGBLOB NOT NULL,
  CONSTRAINT roster_file_import_fk FOREIGN KEY (import_id) REFERENCES roster_import (id)
);
