"""DuckDB's own Python functions, in process: `FUNCTION KIND SQL`; prints the seconds of the best of three runs. KIND is arrow or native."""

import json
import sys
import time

import duckdb
import pyarrow.compute as pc
from duckdb.sqltypes import BIGINT, VARCHAR

FUNCTIONS = {
    ("x2y", "arrow"): lambda x, y: pc.add(pc.add(x, x), y),
    ("x2y", "native"): lambda x, y: x * 2 + y,
    ("python_upper", "arrow"): lambda text: pc.utf8_upper(text),
    ("python_upper", "native"): lambda text: text.upper(),
}
TYPES = {"x2y": ([BIGINT, BIGINT], BIGINT), "python_upper": ([VARCHAR], VARCHAR)}

name, kind, sql = sys.argv[1:]
connection = duckdb.connect()
connection.execute("SET threads = 2")
connection.create_function(name, FUNCTIONS[name, kind], *TYPES[name], type=kind)
times = []
for _ in range(3):
    started = time.perf_counter()
    connection.sql(sql).fetchall()
    times.append(time.perf_counter() - started)
print(json.dumps({"seconds": min(times)}))
