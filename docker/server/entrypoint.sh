#!/bin/sh
# Listens on all addresses of the container, and names to others the one at which they reach it; what the configuration says goes before. Its own name would
# do within the container's network only.
set -eu
address=$(hostname -i | cut -d ' ' -f 1)
export ARBALEST_SCHEDULER__HOST="${ARBALEST_SCHEDULER__HOST:-0.0.0.0}"
export ARBALEST_SCHEDULER__ADVERTISE="${ARBALEST_SCHEDULER__ADVERTISE:-$address:${ARBALEST_SCHEDULER__PORT:-7070}}"
export ARBALEST_EXECUTOR__HOST="${ARBALEST_EXECUTOR__HOST:-$address}"
export ARBALEST_HTTP__HOST="${ARBALEST_HTTP__HOST:-0.0.0.0}"
exec arbalest "$@"
