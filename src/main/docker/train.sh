#!/usr/bin/env bash
# train.sh: run in the directory of leagueflow.jar and lib/; writes leagueflow.aot, what a JVM of version 25 or later needs for
# a quick start with -XX:AOTCache=leagueflow.aot. Takes the database that LEAGUEFLOW_MYSQL_URL, _USER and _PASSWORD name, an
# empty one or this program's own; without them, where there is a mysqld as in the image, one for the moment.
set -euo pipefail
export PATH=/opt/java/openjdk/bin:$PATH
if [[ -z ${LEAGUEFLOW_MYSQL_URL:-} ]]; then
  data=$(mktemp -d)
  chmod 755 "$data"
  mysqld --no-defaults --user="$(id -un)" --initialize-insecure --datadir="$data/db" >"$data/log" 2>&1 || { cat "$data/log"; exit 1; }
  cat >"$data/init.sql" <<'SQL'
CREATE DATABASE train CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER train@'127.0.0.1' IDENTIFIED BY 'train';
GRANT ALL ON train.* TO train@'127.0.0.1';
SQL
  mysqld --no-defaults --user="$(id -un)" --datadir="$data/db" --socket="$data/socket" --port=3399 --bind-address=127.0.0.1 --mysqlx=OFF \
    --secure-file-priv=NULL --skip-name-resolve --transaction-isolation=READ-COMMITTED --default-time-zone=+00:00 --init-file="$data/init.sql" >>"$data/log" 2>&1 &
  server=$!
  trap 'kill "$server"; wait "$server" || true; rm -rf "$data"' EXIT
  for _ in {1..240}; do (exec 3<>/dev/tcp/127.0.0.1/3399) 2>/dev/null && break; sleep 0.5; done
  export LEAGUEFLOW_MYSQL_URL="jdbc:mysql://127.0.0.1:3399/train?nullDatabaseMeansCurrent=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true&allowPublicKeyRetrieval=true"
  export LEAGUEFLOW_MYSQL_USER=train LEAGUEFLOW_MYSQL_PASSWORD=train
  export LEAGUEFLOW_CRYPTO_KEY=YXJjaGl2ZS1hcmNoaXZlLWFyY2hpdmUtYXJjaGl2ZS0= LEAGUEFLOW_BALLOT_KEYS=$data/keys
fi
SPRING_PROFILES_ACTIVE=mysql java -XX:AOTCacheOutput=leagueflow.aot -Dspring.context.exit=onRefresh -jar leagueflow.jar >train.log 2>&1 ||
  { tail -n 40 train.log; exit 1; }
rm -f train.log
[[ -s leagueflow.aot ]]
