#!/bin/sh
# Makes a virtual environment in which `DIR/bin/python -m pytest udf-runtimes/python` runs: ./make-venv.sh DIR
set -eu
directory=${1:?usage: make-venv.sh DIR}
here=$(cd "$(dirname "$0")" && pwd)
python3 -m venv "$directory"
"$directory/bin/pip" install --quiet --disable-pip-version-check pyarrow==26.0.1 numpy==2.4.6 pytest==9.2.0
"$directory/bin/pip" install --quiet --disable-pip-version-check --no-deps --editable "$here"
