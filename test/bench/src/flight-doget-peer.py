"""The pyarrow end of the DoGet benchmark: `serve <ipc file>` or `read <location> <repeats>`, as flight-doget-peer.ts."""

import json
import sys
import threading
import time

import pyarrow as pa
import pyarrow.flight as flight


class Server(flight.FlightServerBase):
    def __init__(self, path):
        super().__init__("grpc://127.0.0.1:0")
        with pa.OSFile(path) as file:
            reader = pa.ipc.open_file(file)
            self.schema = reader.schema
            self.batches = [reader.get_batch(i) for i in range(reader.num_record_batches)]

    def do_get(self, context, ticket):
        # A RecordBatchReader is iterated in C++, without the interpreter.
        batches = self.batches * int(ticket.ticket)
        return flight.RecordBatchStream(pa.RecordBatchReader.from_batches(self.schema, batches))


def serve(path):
    server = Server(path)
    print(server.port, flush=True)

    def stop_with_parent():
        sys.stdin.read()
        server.shutdown()

    threading.Thread(target=stop_with_parent, daemon=True).start()
    server.serve()


def read(location, repeats):
    client = flight.connect(location)
    client.wait_for_available()
    started = time.perf_counter()
    size = rows = 0
    for chunk in client.do_get(flight.Ticket(repeats.encode())):
        size += sum(column.nbytes for column in chunk.data.columns)
        rows += chunk.data.num_rows
    print(json.dumps({"bytes": size, "rows": rows, "seconds": time.perf_counter() - started}))


{"serve": serve, "read": read}[sys.argv[1]](*sys.argv[2:])
