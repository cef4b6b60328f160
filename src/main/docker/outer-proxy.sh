#!/bin/sh
# Runs before nginx starts: makes it believe the proxies in front of it that LEAGUEFLOW_OUTER_PROXY names (addresses or
# networks, separated by spaces), and nobody else, about the address of who asks and about https.
set -eu
outer=${LEAGUEFLOW_OUTER_DIR:-/etc/nginx/outer}
mkdir -p "$outer"
: > "$outer/outer.geo"
: > "$outer/outer.conf"
for address in ${LEAGUEFLOW_OUTER_PROXY:-}; do
  echo "$address 1;" >> "$outer/outer.geo"
  echo "set_real_ip_from $address;" >> "$outer/outer.conf"
done
