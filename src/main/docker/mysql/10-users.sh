# Runs once, when the MySQL container makes its data directory. Two users:
#   the owner    migrates the tables (service "migrate") and hands out rights;
#   the user     is what the nodes log in as. It gets no right here: after every migration the service "migrate" grants
#                SELECT, INSERT, UPDATE, DELETE table by table, and on audit_entry and audit_seal only SELECT and INSERT.
# On a server of your own run grants.sql instead. Not executable, so that the image sources it and its functions are at hand.
docker_process_sql <<SQL
CREATE DATABASE IF NOT EXISTS leagueflow CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'leagueflow_owner'@'%' IDENTIFIED BY '${LEAGUEFLOW_MYSQL_OWNER_PASSWORD}';
CREATE USER IF NOT EXISTS 'leagueflow'@'%' IDENTIFIED BY '${LEAGUEFLOW_MYSQL_PASSWORD}';
GRANT ALL ON leagueflow.* TO 'leagueflow_owner'@'%' WITH GRANT OPTION;
SQL
