"""What clients of arrow-udf servers do."""

import pyarrow as pa
import pyarrow.flight as flight
import pytest

from client import batch_of


def call(server, name, *columns):
    batch = batch_of(*columns)
    writer, reader = server.client.do_exchange(flight.FlightDescriptor.for_path(name))
    with writer:
        writer.begin(batch.schema)
        writer.write_batch(batch)
        writer.done_writing()
        return reader.read_all().to_pydict()


def test_says_its_version(server):
    assert next(iter(server.client.do_action("protocol_version"))).body.to_pybytes() == b"\x02"


def test_describes_functions_by_path(server):
    info = server.client.get_flight_info(flight.FlightDescriptor.for_path("split"))
    assert info.total_records == 2 and info.endpoints == []
    assert info.schema.names == ["text", "separator", "row", "part", "position"]
    decimal = server.client.get_flight_info(flight.FlightDescriptor.for_path("echo_decimal")).schema.field(0)
    assert decimal.type == pa.string() and decimal.metadata == {b"ARROW:extension:name": b"arrowudf.decimal"}
    assert server.client.get_flight_info(flight.FlightDescriptor.for_path("answer")).total_records in (0, -1)
    with pytest.raises(KeyError):
        server.client.get_flight_info(flight.FlightDescriptor.for_path("sum_squares"))


def test_lists_functions(server):
    names = [info.descriptor.path[0].decode() for info in server.client.list_flights()]
    assert {"add", "split", "number_rows"} <= set(names) and "sum_squares" not in names


def test_calls_functions(server):
    assert call(server, "add", pa.array([1, None]), pa.array([2, 3])) == {"result": [3, None]}
    assert call(server, "split", pa.array(["a,b"]), pa.array([","])) == {"row": [0, 0], "part": ["a", "b"], "position": [1, 2]}
    assert call(server, "number_rows", pa.array([5, None, 6])) == {"row": [0, 2], "value": [5, 6], "batch": [0, 0]}
    assert call(server, "echo_decimal", pa.array(["1.500", None])) == {"result": ["1.500", None]}


def test_checks_what_it_gets(server):
    with pytest.raises(pa.ArrowInvalid):
        call(server, "add", pa.array([1]))
