"""Runs every check against the cluster that the first line of standard input describes; a line of JSON for each."""

import json
import sys

import failures  # noqa: F401
import frames  # noqa: F401
import ingestion  # noqa: F401
import metadata  # noqa: F401
import queries  # noqa: F401
from checks import place_of, run

run(place_of(json.loads(sys.stdin.readline())), lambda line: print(line, flush=True))
