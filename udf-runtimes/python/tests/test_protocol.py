"""The protocol, met by a client in another process."""

import base64
import time

import pyarrow as pa
import pyarrow.flight as flight
import pytest

from client import HEADER, Server, answer_of, batch_of, rows_without_columns

I32 = pa.int32()


def test_says_where_it_listens(server):
    assert server.first_line == f"listening on unix:{server.socket}"


def test_describes_functions_with_their_schemas(server):
    answer = server.act("arbalest.describe", {"protocol": {"min": 1, "max": 3}})
    assert (answer["protocol"], answer["runtime"]["language"]) == (1, "python")
    assert answer["transports"] == ["socket", "shared-memory"]
    found = {f["name"]: f for f in answer["functions"]}
    schema = pa.ipc.read_schema(pa.py_buffer(base64.b64decode(found["split"]["schema"])))
    assert schema.names == ["text", "separator", "part", "position"]
    assert (found["split"]["kind"], found["split"]["arguments"]) == ("table", 2)
    assert (found["is_null"]["nulls"], found["add"]["nulls"]) == ("call", "propagate")
    assert (found["crash_on"]["repeatable"], found["crash_once"]["repeatable"]) == (False, True)
    assert found["crash_once"]["volatility"] == "immutable"


def test_refuses_a_version_that_it_does_not_speak(server):
    with pytest.raises(flight.FlightInternalError, match="FAILED_PRECONDITION: .*2 to 3.*1 to 1"):
        server.act("arbalest.describe", {"protocol": {"min": 2, "max": 3}})


def test_knows_no_other_actions(server):
    with pytest.raises(NotImplementedError):
        server.act("arbalest.dance")


def test_counts_what_calls_cost(server):
    before = next(f for f in server.act("arbalest.metrics")["functions"] if f["name"] == "fail_on")
    server.scalar("fail_on", pa.array([1, 7, 7], I32), errors="rows")
    after = next(f for f in server.act("arbalest.metrics")["functions"] if f["name"] == "fail_on")
    assert [after[k] - before[k] for k in ("batches", "rows", "failedRows")] == [1, 3, 2]


def test_answers_batches_in_order(server):
    batches = [batch_of(pa.array([i, None]), pa.array([1, 1])) for i in range(20)]
    answers = server.call("add", batches)
    assert [(a.batch, a.flags, a.rows, a.values) for a in answers] == [(i + 1, 1, 2, [i + 1, None]) for i in range(20)]


def test_sends_its_schema_before_any_batch(server):
    writer, reader = server.open([{"function": "upper", "arguments": [0]}], batch_of(pa.array(["a"])).schema)
    assert reader.schema.types == [pa.string()]
    writer.close()


def test_answers_a_batch_of_no_rows_and_one_of_no_columns(server):
    assert server.scalar("add", pa.array([], pa.int64()), pa.array([], pa.int64())).values == []
    (answer,) = server.call("answer", [rows_without_columns(3)])
    assert answer.values == [42, 42, 42]


def test_shares_a_batch_between_calls(server):
    calls = [{"function": "add", "arguments": [0, 1]}, {"function": "upper", "arguments": [2]}]
    batch = batch_of(pa.array([1]), pa.array([2]), pa.array(["a"]))
    writer, reader = server.open(calls, batch.schema, errors="rows")
    writer.write_with_metadata(batch, HEADER.pack(1, 1, 0, 0, 1, 0, 0, 0, 0))
    writer.done_writing()
    (answer,) = [answer_of(chunk) for chunk in reader]
    assert [column.to_pylist() for column in answer.data.columns] == [[3], ["A"], [None], [None]]
    writer.close()


def test_tells_functions_who_asks(server):
    answer = server.scalar("context", pa.array(["query", "user", "x", "y"]), options={"x": "1"}, query="q7", user="ada")
    assert answer.values == ["q7", "ada", "1", None]


@pytest.mark.parametrize(
    "call, error, text",
    [
        ({"function": "no_such"}, KeyError, "no_such"),
        ({"function": "add", "arguments": [0]}, pa.ArrowInvalid, "2 arguments"),
        ({"function": "add", "arguments": [0, 5]}, pa.ArrowInvalid, "column 5"),
        ({"function": "add", "arguments": [0, 1]}, pa.ArrowInvalid, "must be int64, not string"),
        ({"function": "add", "arguments": [0, 0], "operation": "merge"}, pa.ArrowInvalid, "no operation 'merge'"),
        ({"function": "split", "arguments": [1, 1], "operation": "scalar"}, pa.ArrowInvalid, "no operation 'scalar'"),
    ],
)
def test_refuses_calls_that_do_not_fit(server, call, error, text):
    with pytest.raises(error, match=text):
        writer, reader = server.open([call], batch_of(pa.array([1]), pa.array(["a"])).schema)
        reader.read_chunk()


@pytest.mark.parametrize("command", [{"protocol": 2}, {"errors": "maybe"}, {"calls": []}, {"timeoutMs": "soon"}])
def test_refuses_commands_that_it_cannot_read(server, command):
    with pytest.raises(pa.ArrowInvalid):
        writer, reader = server.open(**{"calls": [{"function": "upper", "arguments": [0]}], "schema": batch_of(pa.array(["a"])).schema, **command})
        reader.read_chunk()


@pytest.mark.parametrize("header", [b"short", HEADER.pack(9, 1, 0, 0, 1, 0, 0, 0, 0), HEADER.pack(1, 3, 0, 0, 1, 0, 0, 0, 0), HEADER.pack(1, 2, 0, 0, 1, 0, 64, 0, 0), HEADER.pack(1, 1, 0, 0, 5, 0, 0, 0, 0)])
def test_ends_a_stream_of_wrong_frames(server, header):
    batch = batch_of(pa.array(["a"]))
    writer, reader = server.open([{"function": "upper", "arguments": [0]}], batch.schema)
    writer.write_with_metadata(batch, header)
    answer = answer_of(reader.read_chunk())
    assert answer.error["class"] == "protocol" and answer.batch == 1
    with pytest.raises(pa.ArrowInvalid):
        reader.read_chunk()


def test_goes_on_after_a_failed_batch(server):
    first, second = server.call("fail_on", [batch_of(pa.array([None, 1, 7], I32)), batch_of(pa.array([1], I32))])
    assert (first.kind, first.flags) == (3, 1)
    error = first.error
    assert (error["class"], error["function"], error["row"], error["message"]) == ("user", "fail_on", 2, "ValueError: bad value 7")
    assert 'raise ValueError("bad value 7")' in error["traceback"] and "arbalest_udf" not in error["traceback"]
    assert second.values == [1]


@pytest.mark.parametrize("function", ["fail_on", "fail_batch_on"])
def test_finds_the_rows_that_fail(server, function):
    values = [None, 1, 7, 4, 7, 9]
    answer = server.scalar(function, pa.array(values, I32), errors="rows")
    assert answer.flags == 3 and answer.values == [None, 1, None, 4, None, 9]
    messages = answer.data.column(1).to_pylist()
    assert [m is not None for m in messages] == [v == 7 for v in values]
    assert messages[2].startswith("ValueError: bad")


def test_keeps_table_rows_in_order_and_cuts_large_answers(server):
    answers = server.table("series", pa.array([3, 0, None, 5_000_000], I32))
    assert sum(a.rows for a in answers) == 5_000_003 and len(answers) >= 4
    assert [a.flags for a in answers] == [0] * (len(answers) - 1) + [1]
    assert all(a.data.nbytes <= 9 << 20 for a in answers)
    assert [a.data.column(0)[0].as_py() for a in answers] == sorted(a.data.column(0)[0].as_py() for a in answers)


def test_answers_a_table_batch_that_makes_nothing(server):
    (answer,) = server.table("split", pa.array([None], pa.string()), pa.array([","]))
    assert (answer.flags, answer.rows) == (1, 0)


def test_gives_failed_table_rows_one_row(server):
    (answer,) = server.table("fail_rows", pa.array([3, None, 7, 8], I32), errors="rows")
    assert answer.flags == 3
    assert answer.data.to_pydict() == {"row": [0, 2, 3], "value": [3, None, 8], "error": [None, "ValueError: bad value 7", None]}


def test_feeds_a_stream_of_batches_to_one_generator(server):
    batches = [batch_of(pa.array([1, None, 3])), batch_of(pa.array([], pa.int64())), batch_of(pa.array([5]))]
    answers = server.call("number_rows", batches, operation="table")
    assert [a.batch for a in answers] == [1, 2, 3] and all(a.flags == 1 for a in answers)
    assert [a.data.to_pydict() for a in answers] == [
        {"row": [0, 2], "value": [1, 3], "batch": [0, 0]},
        {"row": [], "value": [], "batch": []},
        {"row": [0], "value": [5], "batch": [2]},
    ]


def test_aggregates_through_states(server):
    lists = pa.array([[1.0, 2.0, None], None, [], [3.0]])
    assert server.scalar("sum_squares", lists, operation="complete").values == [5, 0, 0, 9]
    states = server.scalar("sum_squares", lists, operation="update").values
    merged = server.scalar("sum_squares", pa.array([[states[0], None, states[3]], None]), operation="merge").values
    assert server.scalar("sum_squares", pa.array([[merged[0]], [], None, [None]], pa.list_(pa.binary())), operation="finish").values == [14, 0, 0, 0]


def test_fails_aggregates_by_the_group(server):
    lists = pa.array([[1, 7], None, [2]], pa.list_(I32))
    answer = server.scalar("fail_sum", lists, operation="complete", errors="rows")
    assert answer.values == [None, 0, 2] and answer.data.column(1).to_pylist()[0] == "ValueError: bad value 7"
    assert server.scalar("fail_sum", lists, operation="update").error["row"] == 0


def test_counts_rows_of_an_aggregate_without_arguments(server):
    for elements in ([[True, None], None, [], [False]], [[1, None], None, [], [2]]):
        assert server.scalar("count_rows", pa.array(elements), operation="complete").values == [2, 0, 0, 1]


def test_stops_a_stream_whose_time_is_over(server):
    batch = batch_of(pa.array([60] * 3, I32))
    with pytest.raises(flight.FlightTimedOutError):
        server.call("sleep_ms", [batch] * 3, timeoutMs=100)


def test_stops_when_the_caller_leaves(server):
    writer, reader = server.open([{"function": "series", "operation": "table", "arguments": [0]}], batch_of(pa.array([1], I32)).schema)
    writer.write_with_metadata(batch_of(pa.array([2_000_000_000], I32)), HEADER.pack(1, 1, 0, 0, 1, 0, 0, 0, 0))
    assert answer_of(reader.read_chunk()).rows > 0
    reader.cancel()
    deadline = time.monotonic() + 10
    while server.act("arbalest.health")["calls"] and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.act("arbalest.health") == {"status": "ready", "calls": 0}


def test_drains(folder):
    server = Server(folder, "conformance.functions:FUNCTIONS")
    assert server.act("arbalest.drain")["status"] == "draining"
    with pytest.raises(flight.FlightUnavailableError):
        server.scalar("upper", pa.array(["a"]))
    assert server.stop()[0] == 0


def test_ends_what_runs_before_it_exits(folder):
    server = Server(folder, "conformance.functions:FUNCTIONS")
    batch = batch_of(pa.array([400], I32))
    writer, reader = server.open([{"function": "sleep_ms", "arguments": [0]}], batch.schema)
    writer.write_with_metadata(batch, HEADER.pack(1, 1, 0, 0, 1, 0, 0, 0, 0))
    time.sleep(0.1)
    server.process.terminate()
    assert answer_of(reader.read_chunk()).values == [400]
    printed, _ = server.process.communicate(timeout=5)
    assert server.process.returncode == 0 and "shut down" in printed


def test_replaces_a_socket_that_is_left_over_and_logs_by_the_line(folder):
    first = Server(folder, "conformance.functions:FUNCTIONS")
    first.process.kill()
    first.process.wait()
    first.process.stdout.close()
    second = Server(folder, "conformance.functions:FUNCTIONS")
    assert second.scalar("log_text", pa.array(["one", "two"])).values == ["one", "two"]
    assert second.stop()[1].splitlines() == ["one", "two", "shut down"]


def test_listens_on_a_port(folder):
    server = Server(folder, "conformance.functions:FUNCTIONS", ARBALEST_UDF_SOCKET="", ARBALEST_UDF_ADDRESS="127.0.0.1:0")
    address = server.first_line.removeprefix("listening on ")
    with flight.connect(f"grpc://{address}") as client:
        assert b"ready" in next(iter(client.do_action("arbalest.health"))).body.to_pybytes()
    assert server.stop()[0] == 0
