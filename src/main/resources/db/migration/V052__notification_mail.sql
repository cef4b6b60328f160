-- How far a mail has come; mail_next keeps two nodes from sending the same one and a dead server from being asked too often.
ALTER TABLE notification ADD COLUMN mail_tries INT DEFAULT 0 NOT NULL;
ALTER TABLE notification ADD COLUMN mail_next DATETIME(3);
ALTER TABLE notification ADD COLUMN mailed_at DATETIME(3);
