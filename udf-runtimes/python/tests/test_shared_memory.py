import mmap
import struct

import pyarrow as pa
import pyarrow.flight as flight
import pytest

from arbalest_udf.failures import ProtocolError
from arbalest_udf.shared_memory import InputFile, OutputFile
from client import HEADER, aligned_message, answer_of, batch_of

SIZE = 1 << 20


@pytest.fixture
def files(folder):
    for name in ("a.in", "a.out"):
        (folder / name).write_bytes(bytes(SIZE))
    return folder / "a.in", folder / "a.out"


def body_offset(data, offset):
    return offset + 8 + struct.unpack_from("<i", data, offset + 4)[0]


@pytest.mark.parametrize("rows", [0, 1, 7, 1000])
def test_writes_a_message_whose_body_is_aligned(files, rows):
    output = OutputFile(str(files[1]), SIZE)
    batch = batch_of(pa.array(range(rows), pa.int64()), pa.array(["x" * (i % 5) for i in range(rows)], pa.string()))
    for offset in (0, 64 * 100, 64 * 101):
        at, length = output.write(batch, offset, 64 * 1000)
        data = files[1].read_bytes()
        assert at % 64 == 0 and body_offset(data, at) % 64 == 0 and offset <= at and at + length <= offset + 64_000
        assert pa.ipc.read_record_batch(pa.py_buffer(data[at : at + length]), batch.schema).equals(batch)


def test_writes_nothing_outside_of_the_room(files):
    output = OutputFile(str(files[1]), SIZE)
    batch = batch_of(pa.array(range(1000)))
    assert output.write(batch, 640, 1024) is None
    data = files[1].read_bytes()
    assert not any(data[:640]) and not any(data[640 + 1024 :])


def test_reads_a_batch_where_it_lies(files):
    batch = batch_of(pa.array(range(1000)))
    message = aligned_message(batch)
    with open(files[0], "r+b") as file:
        file.seek(128)
        file.write(message)
    read = InputFile(str(files[0]), SIZE).read(128, len(message), batch.schema)
    assert read.equals(batch)
    assert read.column(0).buffers()[1].address % 64 == 0


@pytest.mark.parametrize("offset, length", [(1, 64), (SIZE, 64), (0, SIZE + 1), (64, 64)])
def test_refuses_places_where_no_batch_is(files, offset, length):
    with pytest.raises(ProtocolError):
        InputFile(str(files[0]), SIZE).read(offset, length, batch_of(pa.array([1])).schema)


def shared(files):
    return {"input": files[0].name, "inputBytes": SIZE, "output": files[1].name, "outputBytes": SIZE}


@pytest.fixture
def served_files(server):
    paths = server.folder / "b.in", server.folder / "b.out"
    for path in paths:
        path.write_bytes(bytes(SIZE))
    return paths


def exchange(server, files, function, batch, room, operation="scalar"):
    message = aligned_message(batch)
    with open(files[0], "r+b") as file, mmap.mmap(file.fileno(), SIZE) as memory:
        memory[640 : 640 + len(message)] = message
    calls = [{"function": function, "operation": operation, "arguments": list(range(batch.num_columns))}]
    writer, reader = server.open(calls, batch.schema, sharedMemory=shared(files))
    writer.write_metadata(HEADER.pack(1, 2, 0, 0, 1, 640, len(message), 6400, room))
    writer.done_writing()
    answers = [answer_of(chunk) for chunk in reader]
    for answer in answers:
        if answer.kind == 2:
            text = files[1].read_bytes()[answer.offset : answer.offset + answer.length]
            answer.data = pa.ipc.read_record_batch(pa.py_buffer(text), reader.schema)
    writer.close()
    return answers


def test_answers_through_shared_memory(server, served_files):
    batch = batch_of(pa.array(range(1000)), pa.array(range(1000)))
    (answer,) = exchange(server, served_files, "add", batch, 64_000)
    assert (answer.kind, answer.rows) == (2, 1000) and answer.offset % 64 == 0
    assert answer.values == [2 * i for i in range(1000)]


@pytest.mark.parametrize("room", [0, 64, 1024])
def test_answers_through_the_socket_what_does_not_fit(server, served_files, room):
    batch = batch_of(pa.array(range(1000)), pa.array(range(1000)))
    (answer,) = exchange(server, served_files, "add", batch, room)
    assert answer.kind == 1 and answer.values == [2 * i for i in range(1000)]


def test_uses_the_room_once_for_a_table(server, served_files):
    answers = exchange(server, served_files, "series", batch_of(pa.array([10, 2_000_000], pa.int32())), 64_000, "table")
    assert [a.kind for a in answers].count(2) == 1 and sum(a.rows for a in answers) == 2_000_010
    assert [a.flags for a in answers] == [0] * (len(answers) - 1) + [1]


@pytest.mark.parametrize("change", [{"input": "none"}, {"outputBytes": SIZE * 2}])
def test_refuses_files_that_cannot_be_mapped(server, served_files, change):
    with pytest.raises(flight.FlightInternalError, match="FAILED_PRECONDITION: "):
        server.scalar("upper", pa.array(["a"]), sharedMemory={**shared(served_files), **change})


def test_refuses_files_of_other_folders(server, served_files):
    with pytest.raises(pa.ArrowInvalid, match="no name of a file"):
        server.scalar("upper", pa.array(["a"]), sharedMemory={**shared(served_files), "input": "../x"})
