"""pyarrow's Flight at the other end of the tests: `serve <location>` is a server, `check <location> <case>` a client that asserts.

A server prints its port, and lives as long as its standard input. Data sets are named; `tables()` makes them, and both ends compare by name.
"""

import decimal
import json
import pathlib
import sys
import threading
import time

import pyarrow as pa
import pyarrow.flight as flight


def tables():
    return {
        "flat": pa.table({
            "i8": pa.array([1, None, -3], pa.int8()),
            "u64": pa.array([1, 2**63, None], pa.uint64()),
            "f16": pa.array([None, None, None], pa.float32()),
            "f64": pa.array([1.5, None, float("inf")]),
            "text": pa.array(["a", None, "žluťoučký kůň"]),
            "large": pa.array(["a", "", None], pa.large_string()),
            "bytes": pa.array([b"\0\1", None, b""]),
            "fixed": pa.array([b"abcd", None, b"efgh"], pa.binary(4)),
            "bool": pa.array([True, None, False]),
            "date": pa.array([0, 20000, None], pa.date32()),
            "time": pa.array([0, 1, None], pa.time64("us")),
            "stamp": pa.array([0, 1_700_000_000_000_000, None], pa.timestamp("us", tz="Europe/Prague")),
            "duration": pa.array([0, 5, None], pa.duration("ms")),
            "nothing": pa.nulls(3),
        }),
        "decimals": pa.table({
            "d128": pa.array([decimal.Decimal("12345678901234567890.12"), None, decimal.Decimal("-0.01")], pa.decimal128(38, 2)),
            "d256": pa.array([decimal.Decimal("1e40"), None, decimal.Decimal("-1")], pa.decimal256(60, 0)),
        }),
        "nested": pa.table({
            "list": pa.array([[1, 2], None, []], pa.list_(pa.int32())),
            "deep": pa.array([[{"a": [1]}], None, [{"a": None}, None]], pa.list_(pa.struct([("a", pa.list_(pa.int64()))]))),
            "struct": pa.array([{"x": 1, "y": "a"}, None, {"x": None, "y": "c"}]),
            "map": pa.array([[("k", 1)], None, []], pa.map_(pa.string(), pa.int32())),
            "fixed": pa.array([[1, 2], None, [3, 4]], pa.list_(pa.float64(), 2)),
        }),
        "unions": pa.table({
            "dense": pa.UnionArray.from_dense(
                pa.array([0, 1, 0], pa.int8()), pa.array([0, 0, 1], pa.int32()), [pa.array([1, 2]), pa.array(["a"])]),
            "sparse": pa.UnionArray.from_sparse(
                pa.array([0, 1, 0], pa.int8()), [pa.array([1, 2, 3]), pa.array(["a", "b", "c"])]),
        }),
        "dictionary": pa.table({
            "d": pa.chunked_array([pa.array(["a", "b", "a", None]).dictionary_encode(), pa.array(["c", "a", "c", None]).dictionary_encode()]),
            "nested": pa.chunked_array([
                pa.ListArray.from_arrays([0, 1, 2, 3, 4], pa.array(["x", "y", "x", "z"]).dictionary_encode()),
                pa.ListArray.from_arrays([0, 1, 2, 3, 4], pa.array(["q", "q", "x", "z"]).dictionary_encode())]),
        }),
        "empty-batches": pa.Table.from_batches([batch([]), batch([1, 2]), batch([]), batch([3])]),
        "no-batches": pa.Table.from_batches([], batch([]).schema),
        "views": pa.table({"v": pa.array(["short", None, "a string that is longer than twelve bytes"], pa.string_view())}),
        "big": pa.Table.from_batches([big_batch()] * 2),
    }


def batch(values):
    return pa.record_batch({"n": pa.array(values, pa.int64())})


def big_batch(size=100_000_000):
    block = bytes(range(256)) * 4
    data = pa.py_buffer(block * (size // len(block)))
    return pa.RecordBatch.from_arrays([pa.Array.from_buffers(pa.int64(), data.size // 8, [None, data])], ["n"])


def deltas():
    """A stream whose second batch extends the dictionary of the first."""
    schema = pa.schema([("d", pa.dictionary(pa.int32(), pa.string()))])
    words = pa.array(["a", "b", "c"])
    batches = [pa.record_batch([pa.DictionaryArray.from_arrays(pa.array(i, pa.int32()), words.slice(0, n))], schema=schema)
               for i, n in (([0, 1], 2), ([2, 0], 3))]
    return schema, batches


def no_columns():
    """Rows without a column: what is left of `SELECT count(*)` below the count."""
    return pa.RecordBatch.from_struct_array(pa.array([{}] * 7, pa.struct([])))


class Middleware(flight.ServerMiddleware):
    def __init__(self, headers):
        self.headers = headers

    def sending_headers(self):
        return {"x-answer": "from pyarrow", "x-answer-bin": b"\0\1\2"}


class MiddlewareFactory(flight.ServerMiddlewareFactory):
    def start_call(self, info, headers):
        return Middleware(headers)


class Auth(flight.ServerAuthHandler):
    def authenticate(self, outgoing, incoming):
        name = incoming.read()
        outgoing.write(b"token of " + name)

    def is_valid(self, token):
        if not token.startswith(b"token of "):
            raise flight.FlightUnauthenticatedError("Who are you")
        return token[len(b"token of "):]


class Server(flight.FlightServerBase):
    def __init__(self, location, auth, **tls):
        super().__init__(location, middleware={"headers": MiddlewareFactory()}, auth_handler=Auth() if auth else None, **tls)
        self.tables = tables()
        self.cancelled = 0

    def info(self, name):
        table = self.tables[name]
        endpoint = flight.FlightEndpoint(name.encode(), ["grpc://elsewhere:1"])
        return flight.FlightInfo(table.schema, flight.FlightDescriptor.for_path(name), [endpoint], table.num_rows, table.nbytes)

    def list_flights(self, context, criteria):
        return (self.info(name) for name in self.tables if name.startswith(criteria.decode()))

    def get_flight_info(self, context, descriptor):
        if descriptor.command:
            raise flight.FlightServerError(f"No command {descriptor.command.decode()}")
        return self.info(descriptor.path[0].decode())

    def get_schema(self, context, descriptor):
        return flight.SchemaResult(self.tables[descriptor.path[0].decode()].schema)

    def do_get(self, context, ticket):
        name = ticket.ticket.decode()
        if name == "slow":
            return flight.GeneratorStream(batch([]).schema, self.slowly(context))
        if name == "app-metadata":
            return flight.GeneratorStream(batch([]).schema, ((batch([i]), f"m{i}".encode()) for i in range(3)))
        if name == "no-columns":
            return flight.RecordBatchStream(pa.RecordBatchReader.from_batches(no_columns().schema, [no_columns()]))
        if name == "deltas":
            schema, batches = deltas()
            reader = pa.RecordBatchReader.from_batches(schema, batches)
            return flight.RecordBatchStream(reader, pa.ipc.IpcWriteOptions(emit_dictionary_deltas=True))
        return flight.RecordBatchStream(self.tables[name])

    def slowly(self, context):
        for i in range(10_000):
            if context.is_cancelled():
                self.cancelled += 1
                return
            yield batch([i])
            time.sleep(0.02)

    def do_put(self, context, descriptor, reader, writer):
        name = descriptor.path[0].decode()
        if name == "refused":
            raise flight.FlightUnauthorizedError("Not yours to write")
        batches = []
        for chunk in reader:
            batches.append(chunk.data)
            writer.write(f"{chunk.data.num_rows} {(chunk.app_metadata or b'-').to_pybytes().decode() if chunk.app_metadata else '-'}".encode())
        self.tables[name] = pa.Table.from_batches(batches, reader.schema)

    def do_exchange(self, context, descriptor, reader, writer):
        writer.begin(reader.schema)
        for chunk in reader:
            writer.write_with_metadata(chunk.data, descriptor.command)

    def do_action(self, context, action):
        name = action.type
        if name == "echo":
            return [flight.Result(action.body), flight.Result(b"")]
        if name == "headers":
            return [flight.Result(json.dumps(context.get_middleware("headers").headers, default=lambda v: v.hex()).encode())]
        if name == "cancelled":
            return [flight.Result(str(self.cancelled).encode())]
        if name == "equal":
            left, right = action.body.to_pybytes().decode().split(" ")
            equal = self.tables[left].equals(self.tables[right])
            return [flight.Result(b"yes" if equal else str(self.tables[left]).encode())]
        if name == "identity":
            return [flight.Result(context.peer_identity())]
        if name == "sleep":
            time.sleep(float(action.body.to_pybytes()))
            return []
        raise ERRORS[name](f"The error {name}")

    def list_actions(self, context):
        return [("echo", "Returns what it is given"), ("sleep", "")]


ERRORS = {
    "not-found": KeyError,
    "unauthenticated": flight.FlightUnauthenticatedError,
    "unauthorized": flight.FlightUnauthorizedError,
    "unavailable": flight.FlightUnavailableError,
    "internal": flight.FlightInternalError,
    "cancelled-error": flight.FlightCancelledError,
    "timed-out": flight.FlightTimedOutError,
    "invalid": pa.ArrowInvalid,
    "not-implemented": NotImplementedError,
}


def serve(location, *options):
    tls = {}
    folder = next((pathlib.Path(o[6:]) for o in options if o.startswith("--tls=")), None)
    if folder:
        tls["tls_certificates"] = [((folder / "server.crt").read_bytes(), (folder / "server.key").read_bytes())]
    if "--mutual" in options:
        tls |= {"verify_client": True, "root_certificates": (folder / "authority.crt").read_bytes()}
    server = Server(location, "--auth" in options, **tls)
    print(server.port, flush=True)

    def stop_with_parent():
        sys.stdin.read()
        server.shutdown()

    threading.Thread(target=stop_with_parent, daemon=True).start()
    server.serve()


class BasicAuth(flight.ClientAuthHandler):
    def authenticate(self, outgoing, incoming):
        outgoing.write(b"ann")
        self.token = incoming.read()

    def get_token(self):
        return self.token


class Checks:
    """Each method is a case: it is given a client of our server and raises when an answer is not what it should be."""

    def __init__(self, location, **options):
        self.client = flight.connect(location, **options)
        self.tables = tables()

    def round_trip(self):
        for name, table in self.tables.items():
            self.put(name, table)
            got = self.client.do_get(flight.Ticket(name.encode())).read_all()
            got.validate(full=True)
            assert got.equals(table), f"{name}: {got}"

    def put(self, name, table):
        writer, answers = self.client.do_put(flight.FlightDescriptor.for_path(name), table.schema)
        for chunk in table.to_batches():
            writer.write_batch(chunk)
        writer.done_writing()
        answer = answers.read()
        assert answer is not None and int(answer.to_pybytes()) == table.num_rows, answer
        writer.close()

    def through_apache_arrow(self):
        """The server decodes to apache-arrow's objects and encodes those."""
        for name in ("flat", "decimals", "nested", "unions", "dictionary", "empty-batches", "no-batches"):
            self.put(name, self.tables[name])
            got = self.client.do_get(flight.Ticket(f"decoded:{name}".encode())).read_all()
            got.validate(full=True)
            # Field metadata and dictionary indices may differ in form, values may not.
            assert got.to_pylist() == self.tables[name].to_pylist(), f"{name}: {got}"
            assert [f.name for f in got.schema] == [f.name for f in self.tables[name].schema], got.schema

    def no_columns(self):
        chunk = no_columns()
        writer, answers = self.client.do_put(flight.FlightDescriptor.for_path("no-columns"), chunk.schema)
        writer.write_batch(chunk)
        writer.done_writing()
        assert answers.read().to_pybytes() == b"7"
        writer.close()
        for ticket in (b"no-columns", b"decoded:no-columns"):
            got = self.client.do_get(flight.Ticket(ticket)).read_chunk().data
            assert got.num_rows == 7 and got.num_columns == 0, got

    def deltas(self):
        schema, batches = deltas()
        options = flight.FlightCallOptions(write_options=pa.ipc.IpcWriteOptions(emit_dictionary_deltas=True))
        writer, answers = self.client.do_put(flight.FlightDescriptor.for_path("deltas"), schema, options)
        for chunk in batches:
            writer.write_batch(chunk)
        writer.done_writing()
        answers.read()
        writer.close()
        for ticket in (b"deltas", b"decoded:deltas"):
            got = self.client.do_get(flight.Ticket(ticket)).read_all()
            assert got["d"].to_pylist() == ["a", "b", "c", "a"], got

    def exchange(self):
        for name in ("nested", "dictionary", "empty-batches", "big"):
            table = self.tables[name]
            writer, reader = self.client.do_exchange(flight.FlightDescriptor.for_command(b"tag"))
            writer.begin(table.schema)
            got = []
            for chunk in table.to_batches():
                writer.write_with_metadata(chunk, b"note")
                answer = reader.read_chunk()
                assert answer.app_metadata.to_pybytes() == b"tag note", answer.app_metadata
                got.append(answer.data)
            writer.done_writing()
            assert pa.Table.from_batches(got, table.schema).equals(table), name
            writer.close()

    def infos(self):
        self.put("flat", self.tables["flat"])
        (info,) = [i for i in self.client.list_flights(b"fl")]
        for got in (info, self.client.get_flight_info(flight.FlightDescriptor.for_path("flat"))):
            assert got.schema.equals(self.tables["flat"].schema), got.schema
            assert got.descriptor.path == [b"flat"] and got.total_records == 3 and got.total_bytes == -1, got
            assert got.ordered and got.app_metadata == b"about it", got
            (endpoint,) = got.endpoints
            assert endpoint.ticket.ticket == b"flat" and endpoint.app_metadata == b"piece", endpoint
            assert [place.uri for place in endpoint.locations] == [b"grpc://elsewhere:1"], endpoint.locations
            assert endpoint.expiration_time.value == 1_700_000_000_250_000_000, endpoint.expiration_time
        assert self.client.get_schema(flight.FlightDescriptor.for_path("flat")).schema.equals(self.tables["flat"].schema)

    def actions(self):
        assert [(a.type, a.description) for a in self.client.list_actions()] == [("echo", "Returns what it is given"), ("sleep", "")]
        got = [r.body.to_pybytes() for r in self.client.do_action(flight.Action("echo", b"\0body"))]
        assert got == [b"\0body", b""], got

    def errors(self):
        expected = {
            "UNAUTHENTICATED": flight.FlightUnauthenticatedError,
            "PERMISSION_DENIED": flight.FlightUnauthorizedError,
            "UNAVAILABLE": flight.FlightUnavailableError,
            "INTERNAL": flight.FlightInternalError,
            "CANCELLED": flight.FlightCancelledError,
            "DEADLINE_EXCEEDED": flight.FlightTimedOutError,
            "INVALID_ARGUMENT": pa.ArrowInvalid,
            "NOT_FOUND": KeyError,
            "ALREADY_EXISTS": pa.ArrowException,
        }
        for status, kind in expected.items():
            try:
                list(self.client.do_action(flight.Action("error", status.encode())))
            except kind as error:
                assert f"An error: {status} – ž" in str(error), error
            else:
                raise AssertionError(f"{status} raised nothing")
        try:
            self.client.do_get(flight.Ticket(b"breaks")).read_all()
        except pa.ArrowException as error:
            assert "Broken after one batch" in str(error), error
        else:
            raise AssertionError("An error in mid-stream raised nothing")

    def deadline(self):
        started = time.monotonic()
        try:
            list(self.client.do_action(flight.Action("sleep", b"30"), flight.FlightCallOptions(timeout=0.3)))
        except flight.FlightTimedOutError:
            assert time.monotonic() - started < 20
        else:
            raise AssertionError("The deadline did nothing")
        self.wait_for("sleep ended early")

    def cancel(self):
        reader = self.client.do_get(flight.Ticket(b"endless"))
        reader.read_chunk()
        reader.cancel()
        self.wait_for("endless ended early")

    def wait_for(self, event):
        for _ in range(500):
            events = [r.body.to_pybytes().decode() for r in self.client.do_action(flight.Action("events", b""))]
            if event in events:
                return
            time.sleep(0.02)
        raise AssertionError(f"The server has not noticed: {event}, only {events}")

    def headers(self):
        options = flight.FlightCallOptions(headers=[(b"x-asked", b"1"), (b"x-asked", b"2"), (b"x-asked-bin", b"\0\xff")])
        (got,) = self.client.do_action(flight.Action("headers", b""), options)
        assert json.loads(got.body.to_pybytes()) == {"x-asked": ["1, 2"], "x-asked-bin": ["00ff"]}, got.body.to_pybytes()

    def handshake(self):
        self.client.authenticate(BasicAuth())
        (got,) = self.client.do_action(flight.Action("identity", b""))
        assert got.body.to_pybytes() == b"token of ann", got

    def basic_token(self):
        key, value = self.client.authenticate_basic_token("ann", "secret")
        assert (key, value) == (b"authorization", b"Bearer YW5uOnNlY3JldA=="), (key, value)


def convert(source, target):
    """Reads a stream or file written here and writes it again as pyarrow would, for the other end to read."""
    data = pathlib.Path(source).read_bytes()
    is_file = data.startswith(b"ARROW1")
    table = (pa.ipc.open_file(data) if is_file else pa.ipc.open_stream(data)).read_all()
    table.validate(full=True)
    writer = pa.ipc.new_file(target, table.schema) if is_file else pa.ipc.new_stream(target, table.schema)
    with writer:
        writer.write_table(table)
    print("ok")


def check(location, case, *options):
    keywords = {}
    folder = next((pathlib.Path(o[6:]) for o in options if o.startswith("--tls=")), None)
    if folder:
        keywords["tls_root_certs"] = (folder / "authority.crt").read_bytes()
    if "--mutual" in options:
        keywords |= {"cert_chain": (folder / "client.crt").read_bytes(), "private_key": (folder / "client.key").read_bytes()}
    getattr(Checks(location, **keywords), case)()
    print("ok")


{"serve": serve, "check": check, "convert": convert}[sys.argv[1]](*sys.argv[2:])
