"""Reads the same query through ADBC from Flight SQL and from DuckDB, in turns. Says a line of JSON for each reading."""

import json
import sys
import time

import _duckdb
from adbc_driver_flightsql import dbapi as flightsql
from adbc_driver_manager import dbapi as manager


def read(cursor, sql):
    begin = time.perf_counter()
    cursor.execute(sql)
    rows = size = 0
    # Batch by batch, as a program reads that does not hold the whole.
    for batch in cursor.fetch_record_batch():
        rows += batch.num_rows
        size += batch.nbytes
    return {"seconds": time.perf_counter() - begin, "rows": rows, "bytes": size}


uri, threads, rounds, sql = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
with (
    flightsql.connect(uri, autocommit=True) as cluster,
    manager.connect(driver=_duckdb.__file__, entrypoint="duckdb_adbc_init", autocommit=True) as duckdb,
):
    with duckdb.cursor() as cursor:
        cursor.execute(f"SET threads = {threads}")
    for _ in range(rounds):
        for side, connection in (("flightsql", cluster), ("duckdb", duckdb)):
            with connection.cursor() as cursor:
                print(json.dumps({"side": side, **read(cursor, sql)}), flush=True)
