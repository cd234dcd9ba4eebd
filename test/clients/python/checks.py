"""What a client is asked to do, by name: each check is given a place and raises when something is not as it should be."""

import contextlib
import dataclasses
import json
import pathlib
import sys
import traceback

import adbc_driver_flightsql
import duckdb
from adbc_driver_flightsql import dbapi

CHECKS = {}


def check(function):
    CHECKS[function.__name__] = function
    return function


@dataclasses.dataclass
class Place:
    """Where the cluster is, how to get in, and plain DuckDB over the same files."""

    uri: str
    options: dict
    oracle: duckdb.DuckDBPyConnection

    def connect(self, **more):
        return dbapi.connect(self.uri, db_kwargs={**self.options, **more}, autocommit=True)

    @contextlib.contextmanager
    def cursor(self):
        with self.connect() as connection, connection.cursor() as cursor:
            yield cursor

    def expect_same(self, cursor, sql, parameters=None):
        """The statement's answer is plain DuckDB's, types of columns included."""
        cursor.execute(sql, parameters)
        assert_same(cursor.fetch_arrow_table(), self.oracle.execute(sql, parameters or []).to_arrow_table())


def place_of(given):
    options = {}
    if given.get("user"):
        options |= {"username": given["user"], "password": given["password"]}
    if given.get("authority"):
        options[adbc_driver_flightsql.DatabaseOptions.TLS_ROOT_CERTS.value] = pathlib.Path(given["authority"]).read_text()
    oracle = duckdb.connect(config={"threads": "1"})
    oracle.execute("SET TimeZone = 'UTC'")
    for table, files in given["tables"].items():
        oracle.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{files}')")
    return Place(given["uri"], options, oracle)


def assert_same(actual, expected):
    assert actual.column_names == expected.column_names, (actual.column_names, expected.column_names)
    types = [(a.name, str(a.type), str(b.type)) for a, b in zip(actual.schema, expected.schema) if a.type != b.type]
    assert not types, types
    assert actual.num_rows == expected.num_rows, (actual.num_rows, expected.num_rows)
    assert actual.to_pylist() == expected.to_pylist(), (actual.slice(0, 5).to_pylist(), expected.slice(0, 5).to_pylist())


def expect_error(kind, text, action):
    try:
        action()
    except kind as error:
        assert text in str(error), str(error)
        return error
    raise AssertionError(f"no {kind} was raised")


def expect_cancelled(sql):
    """The cluster shows the statement as cancelled, while this client still holds its connection; whoever started the program looks."""
    print(json.dumps({"cancelled": sql}), flush=True)
    state = sys.stdin.readline().strip()
    assert state == "yes", state


def run(place, report):
    for name, function in CHECKS.items():
        try:
            function(place)
            report(json.dumps({"check": name}))
        except Exception:
            report(json.dumps({"check": name, "failure": traceback.format_exc()}))
