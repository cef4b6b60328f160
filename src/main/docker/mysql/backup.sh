#!/usr/bin/env bash
# Backs up and restores the database; needs mysqldump and mysql, which the MySQL image has.
#   backup.sh dump FILE.sql.gz       while the nodes serve: one moment of all tables, and FILE.sql.gz.hash beside it
#   backup.sh restore FILE.sql.gz    into an empty database, with no node running; then grant the rights and verify the record (README)
# Who may: the owner (LEAGUEFLOW_MYSQL_OWNER), or for the dump alone somebody with SELECT, SHOW VIEW and TRIGGER on the database.
# A dump holds everything about everybody: the file is readable by its owner only. Keys of running ballots are not in it.
set -euo pipefail
umask 077
host=${LEAGUEFLOW_MYSQL_HOST:-127.0.0.1} port=${LEAGUEFLOW_MYSQL_PORT:-3306} database=${LEAGUEFLOW_MYSQL_DATABASE:-leagueflow}
user=${LEAGUEFLOW_MYSQL_OWNER:-leagueflow_owner}
export MYSQL_PWD=${LEAGUEFLOW_MYSQL_OWNER_PASSWORD:?set LEAGUEFLOW_MYSQL_OWNER_PASSWORD}
fail() { echo "backup: $*" >&2; exit 1; }
server=(--host="$host" --port="$port" --user="$user" --protocol=TCP --default-character-set=utf8mb4)
ask() { mysql "${server[@]}" --batch --skip-column-names --execute="$1" "$database"; }

dump() {
  local file=$1 options=(--single-transaction --quick --hex-blob --no-tablespaces --skip-lock-tables --triggers)
  [[ ! -e $file ]] || fail "$file is there already; a backup is never written over"
  # Binary log positions are nothing for a restore; not every mysqldump knows the option.
  if mysqldump --help 2>/dev/null | grep -q set-gtid-purged; then options+=(--set-gtid-purged=OFF); fi
  # Read before the dump begins, so that the dump holds it for certain.
  local hash
  hash=$(ask "SELECT hash FROM audit_head WHERE id = 1") || fail "cannot read $database on $host:$port as $user"
  [[ $hash =~ ^[0-9a-f]{64}$ ]] || fail "$database has no audit record"
  part=$file.part
  trap 'rm -f "$part"' EXIT
  mysqldump "${server[@]}" "${options[@]}" "$database" | gzip >"$part"
  gzip -dc "$part" | tail -n 1 | grep -q '^-- Dump completed' || fail "the dump broke off"
  mv "$part" "$file"
  echo "$hash" >"$file.hash"
  echo "backup: $file is complete. Note the hash of the record outside this system, and keep the secret key elsewhere:"
  echo "$hash"
}

restore() {
  local file=$1 tables
  [[ -r $file ]] || fail "cannot read $file"
  gzip -dc "$file" 2>/dev/null | tail -n 1 | grep -q '^-- Dump completed' || fail "$file is damaged or no complete dump"
  tables=$(ask "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()") ||
    fail "cannot enter $database on $host:$port as $user; make it first: CREATE DATABASE $database CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
  [[ $tables == 0 ]] || fail "$database holds $tables tables; stop the nodes and restore into an empty database"
  gzip -dc "$file" | mysql "${server[@]}" "$database"
  echo "backup: $(ask "SELECT COUNT(*) FROM audit_entry") entries of the record are back. Now grant the rights (service migrate) and verify"
  echo "the record against the hash that you noted: java -cp leagueflow.jar org.leagueflow.audit.VerifyRecord HASH"
}

[[ $# == 2 && ( $1 == dump || $1 == restore ) ]] || fail "usage: backup.sh dump|restore FILE.sql.gz"
"$1" "$2"
