-- For a MySQL server of your own: run once as its administrator, with two passwords of your own in place of the words in capitals.
-- The application's user must not be able to change or remove what the audit record holds (audit_entry, audit_seal), so it
-- gets no right on the whole database: org.leagueflow.schema.Migrate, run as the owner before each new version, grants
--   SELECT, INSERT                    on audit_entry, audit_seal, key_check and reading
--   SELECT                            on flyway_schema_history
--   SELECT, INSERT, UPDATE, DELETE    on every other table
-- The nodes then start with SPRING_FLYWAY_ENABLED=false and never learn the owner's password.
CREATE DATABASE IF NOT EXISTS leagueflow CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'leagueflow_owner'@'%' IDENTIFIED BY 'OWNER-PASSWORD';
CREATE USER IF NOT EXISTS 'leagueflow'@'%' IDENTIFIED BY 'APPLICATION-PASSWORD';
GRANT ALL ON leagueflow.* TO 'leagueflow_owner'@'%' WITH GRANT OPTION;
-- Somebody who may only back up (backup.sh dump), if it is not to be the owner:
-- CREATE USER IF NOT EXISTS 'leagueflow_backup'@'%' IDENTIFIED BY 'BACKUP-PASSWORD';
-- GRANT SELECT, SHOW VIEW, TRIGGER ON leagueflow.* TO 'leagueflow_backup'@'%';
