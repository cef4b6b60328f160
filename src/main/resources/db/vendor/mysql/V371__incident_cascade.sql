-- An incident names itself as its cause and as its root cause, and both keys delete in cascade: MySQL 9.7 refuses to remove
-- such a row ("exceeds max tables limit"), so that no step could be retried and no case with an incident could end. The
-- engine removes incidents one by one and needs neither key.
ALTER TABLE ACT_RU_INCIDENT DROP FOREIGN KEY ACT_FK_INC_CAUSE;
ALTER TABLE ACT_RU_INCIDENT DROP FOREIGN KEY ACT_FK_INC_RCAUSE;
