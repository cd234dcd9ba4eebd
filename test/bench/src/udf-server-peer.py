"""Functions in other servers over Flight, called by pyarrow's client: `call KIND ROWS BATCH_ROWS`; prints the seconds of the best of three runs.

KIND: `flight`, a bare Flight server of pyarrow with x*2+y; `arrow-udf-row`, `arrow-udf-batch` and `arrow-udf-gcd`, arrow-udf's server; `databend-batch`, databend's.
"""

import json
import math
import socket
import subprocess
import sys
import threading
import time

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.flight as flight


class BareServer(flight.FlightServerBase):
    def do_exchange(self, context, descriptor, reader, writer):
        writer.begin(pa.schema([("value", pa.int64())]))
        for chunk in reader:
            x, y = chunk.data.columns
            writer.write_batch(pa.record_batch([pc.add(pc.add(x, x), y)], names=["value"]))


def serve_arrow_udf(address):
    from arrow_udf import UdfServer, udf

    @udf(input_types=["BIGINT", "BIGINT"], result_type="BIGINT", name="arrow-udf-row")
    def by_row(x, y):
        return x * 2 + y

    @udf(input_types=["BIGINT", "BIGINT"], result_type="BIGINT", name="arrow-udf-batch", batch=True)
    def by_batch(x, y):
        return [a * 2 + b for a, b in zip(x, y)]

    @udf(input_types=["BIGINT", "BIGINT"], result_type="BIGINT", name="arrow-udf-gcd")
    def gcd(x, y):
        return math.gcd(x, y)

    server = UdfServer(location=address)
    for function in (by_row, by_batch, gcd):
        server.add_function(function)
    server.serve()


def serve_databend(address):
    from databend_udf import UDFServer, udf

    @udf(name="databend-batch", input_types=["BIGINT", "BIGINT"], result_type="BIGINT", batch_mode=True)
    def by_batch(x, y):
        return [a * 2 + b for a, b in zip(x, y)]

    server = UDFServer(address)
    server.add_function(by_batch)
    server.serve()


def serve(kind, address):
    if kind == "flight":
        BareServer(f"grpc://{address}").serve()
    elif kind.startswith("arrow-udf"):
        serve_arrow_udf(address)
    else:
        serve_databend(address)


def exchange(client, kind, batches):
    writer, reader = client.do_exchange(flight.FlightDescriptor.for_path(kind))
    writer.begin(batches[0].schema)

    def send():
        for batch in batches:
            writer.write_batch(batch)
        writer.done_writing()

    sending = threading.Thread(target=send)
    sending.start()
    rows = sum(chunk.data.num_rows for chunk in reader)
    sending.join()
    writer.close()
    return rows


def connect(address):
    client = flight.connect(f"grpc://{address}", generic_options=[("grpc.max_receive_message_length", -1)])
    for _ in range(200):
        try:
            client.wait_for_available(timeout=1)
            return client
        except flight.FlightError:
            time.sleep(0.1)
    raise TimeoutError(f"nothing answers at {address}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def call(kind, rows, batch_rows):
    address = f"127.0.0.1:{free_port()}"
    server = subprocess.Popen([sys.executable, __file__, "serve", kind, address], stdout=sys.stderr)
    try:
        client = connect(address)
        numbers = np.arange(batch_rows, dtype=np.int64)
        batch = pa.record_batch([pa.array(numbers), pa.array(numbers * 31)], names=["x", "y"])
        batches = [batch] * max(1, rows // batch_rows)
        times = []
        for _ in range(3):
            started = time.perf_counter()
            answered = exchange(client, kind, batches)
            times.append(time.perf_counter() - started)
        print(json.dumps({"rows": answered, "seconds": min(times)}))
    finally:
        server.kill()
        server.wait()


if sys.argv[1] == "serve":
    serve(*sys.argv[2:])
else:
    call(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
