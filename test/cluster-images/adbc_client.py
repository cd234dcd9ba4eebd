"""Runs statements through ADBC. Standard input: a line of JSON with `uri`, `user`, `password` and, for TLS, `authorities`; then one for each statement, a JSON
string. Each is answered by a line of JSON: `arrow`, the result as an Arrow IPC stream in base64, or `error`."""

import base64
import json
import sys

import pyarrow
from adbc_driver_flightsql import dbapi


def encoded(table):
    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return base64.b64encode(sink.getvalue()).decode()


def answer(connection, sql):
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return {"arrow": encoded(cursor.fetch_arrow_table())}
    except dbapi.Error as error:
        return {"error": str(error)}


place = json.loads(sys.stdin.readline())
options = {"username": place["user"], "password": place["password"]}
if "authorities" in place:
    options["adbc.flight.sql.client_option.tls_root_certs"] = place["authorities"]
with dbapi.connect(place["uri"], db_kwargs=options, autocommit=True) as connection:
    for line in sys.stdin:
        print(json.dumps(answer(connection, json.loads(line))), flush=True)
