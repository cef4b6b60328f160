-- Whether what became of an item was told to the process that waits for it; texts of a length that JPA can check.
ALTER TABLE meeting_item ADD COLUMN reported BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE meeting DROP COLUMN topics;
ALTER TABLE meeting ADD COLUMN topics VARCHAR(4000);
ALTER TABLE meeting DROP COLUMN minutes_text;
ALTER TABLE meeting ADD COLUMN minutes_text VARCHAR(10000);
