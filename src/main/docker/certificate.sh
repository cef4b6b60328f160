#!/bin/sh
# Runs before nginx starts: makes a certificate of its own, valid for a year, where none is mounted. Browsers warn about it.
set -eu
tls=/etc/nginx/tls
[ -s "$tls/fullchain.pem" ] && [ -s "$tls/privkey.pem" ] && exit 0
command -v openssl >/dev/null || apk add --no-cache openssl
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -subj "/CN=$LEAGUEFLOW_TLS_NAME" \
  -addext "subjectAltName=DNS:$LEAGUEFLOW_TLS_NAME" -keyout "$tls/privkey.pem" -out "$tls/fullchain.pem"
