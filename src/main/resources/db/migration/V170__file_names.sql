-- Names of uploaded files hold 255 characters; H2 counts a rare one (生僻字) as two. Columns are added and renamed because
-- the two databases widen one in different words.
ALTER TABLE attachment ADD COLUMN long_name VARCHAR(510) DEFAULT '' NOT NULL;
UPDATE attachment SET long_name = file_name;
ALTER TABLE attachment DROP COLUMN file_name;
ALTER TABLE attachment RENAME COLUMN long_name TO file_name;
ALTER TABLE roster_import ADD COLUMN long_name VARCHAR(510) DEFAULT '' NOT NULL;
UPDATE roster_import SET long_name = file_name;
ALTER TABLE roster_import DROP COLUMN file_name;
ALTER TABLE roster_import RENAME COLUMN long_name TO file_name;
