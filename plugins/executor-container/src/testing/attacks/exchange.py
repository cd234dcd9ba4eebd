"""Answers to DoExchange. `echo` is honest: it sends every batch back as it came, which needs no Arrow library. To add an attack, add a generator to
BEHAVIOURS: it gets the frames behind the first, as bytes, and yields frames, as bytes."""

import json
import os
import time

import grpc

import wire

BIGINT_TO_BIGINT = "/////8AAAAAQAAAAAAAKABAADgAHAAgACgAAAAAAAAEQAAAAAAAEAAgACAAAAAQACAAAAAQAAAACAAAATAAAAAQAAADM////FAAAAAAAAAEYAAAAAAAAAhQAAAAGAAAAcmVzdWx0AAAAAAAAvP///wAAAAFAAAAAEAAYAAQACwATABQAAAAMABAAAAAUAAAAAAAAARgAAAAAAAACHAAAAAUAAAB2YWx1ZQAAAAAAAAAIAAwACAAHAAgAAAAAAAABQAAAAAAAAAA="
"""(value BIGINT) -> (result BIGINT), as `describe` gives it."""


def echo(frames, context):
    for message in frames:
        header, metadata, body = wire.read_frame(message)
        kind, _, batch, offset, length, _, _ = wire.read_call_header(metadata)
        if kind != wire.BATCH:
            context.abort(grpc.StatusCode.FAILED_PRECONDITION, "echo takes batches through the socket only")
        yield wire.frame(header, wire.answer_header(batch, rows_of(header)), body)


def die_in_mid_batch(frames, context):
    next(frames)
    print("about to die", flush=True)
    os._exit(7)
    yield b""


def never_answer(frames, context):
    next(frames)
    time.sleep(3600)
    yield b""


def answer_late(frames, context):
    message = next(frames)
    time.sleep(5)
    yield honest(message)


def answer_without_end(frames, context):
    header, metadata, body = wire.read_frame(next(frames))
    answer = wire.answer_header(wire.read_call_header(metadata)[2], rows_of(header), flags=0)
    while True:
        yield wire.frame(header, answer, body)


def answer_another_batch(frames, context):
    header, metadata, body = wire.read_frame(next(frames))
    yield wire.frame(header, wire.answer_header(wire.read_call_header(metadata)[2] + 7, rows_of(header)), body)


def lie_about_the_schema(frames, context):
    """What comes first is not the schema that was described: see `schema_of`."""
    yield from echo(frames, context)


def zip_of_nulls(frames, context):
    """A thousand billion rows that take no bytes."""
    yield lying(next(frames), lambda header, batch: put(header, table_field(header, batch, 0), 1 << 40))


def offsets_out_of_bounds(frames, context):
    yield lying(next(frames), lambda header, batch: put(header, last_buffer(header, batch), 1 << 40))


def length_of_four_gigabytes(frames, context):
    yield lying(next(frames), lambda header, batch: put(header, last_buffer(header, batch) + 8, 1 << 32))


def message_of_300_megabytes(frames, context):
    header, metadata, _ = wire.read_frame(next(frames))
    yield wire.frame(header, wire.answer_header(wire.read_call_header(metadata)[2], rows_of(header)), bytes(300 << 20))


def garbage(frames, context):
    _, metadata, _ = wire.read_frame(next(frames))
    yield wire.frame(os.urandom(4096), wire.answer_header(wire.read_call_header(metadata)[2], 3), os.urandom(4096))


def flood_of_errors(frames, context):
    _, metadata, _ = wire.read_frame(next(frames))
    batch = wire.read_call_header(metadata)[2]
    header = bytearray(wire.answer_header(batch, 0))
    header[1] = 3
    while True:
        yield wire.frame(b"", bytes(header) + json.dumps({"class": "user", "message": "x" * (8 << 20)}).encode())


BEHAVIOURS = {
    function.__name__: function
    for function in [
        echo,
        die_in_mid_batch,
        never_answer,
        answer_late,
        answer_without_end,
        answer_another_batch,
        lie_about_the_schema,
        zip_of_nulls,
        offsets_out_of_bounds,
        length_of_four_gigabytes,
        message_of_300_megabytes,
        garbage,
        flood_of_errors,
    ]
}


def honest(message):
    header, metadata, body = wire.read_frame(message)
    return wire.frame(header, wire.answer_header(wire.read_call_header(metadata)[2], rows_of(header)), body)


def lying(message, change):
    """The batch as it came, but for what `change` does to its RecordBatch table."""
    header, metadata, body = wire.read_frame(message)
    rows = rows_of(header)
    changed = bytearray(header)
    change(changed, batch_table(changed))
    return wire.frame(bytes(changed), wire.answer_header(wire.read_call_header(metadata)[2], rows), body)


def put(header, at, value):
    header[at : at + 8] = value.to_bytes(8, "little")


def last_buffer(header, batch):
    """Where the last Buffer of RecordBatch.buffers lies: offset, then length, eight bytes each."""
    vector = table_field(header, batch, 2)
    vector += int.from_bytes(header[vector : vector + 4], "little")
    count = int.from_bytes(header[vector : vector + 4], "little")
    return vector + 4 + 16 * (count - 1)


def schema_of(name, schema):
    """Half as many bits in each integer, where the schema is a lie."""
    return schema.replace(b"\x40\x00\x00\x00", b"\x20\x00\x00\x00") if name == "lie_about_the_schema" else schema


def do_exchange(frames, context):
    fields = wire.read_fields(next(frames))
    command = json.loads(wire.read_fields(fields.get(1, b"")).get(2, b"{}"))
    name = command["calls"][0]["function"]
    if name not in BEHAVIOURS:
        context.abort(grpc.StatusCode.NOT_FOUND, f"no function {name}")
    # One column in, one column out, of one type: the schema of the input is that of the output.
    yield wire.frame(schema_of(name, fields.get(2, b"")))
    yield from BEHAVIOURS[name](frames, context)


def rows_of(header):
    """The length of a RecordBatch message: Message.header is its table, whose first field is `length`."""
    at = table_field(header, batch_table(header), 0)
    return int.from_bytes(header[at : at + 8], "little") if at else 0


def batch_table(header):
    message = int.from_bytes(header[0:4], "little")
    batch = table_field(header, message, 2)
    return batch + int.from_bytes(header[batch : batch + 4], "little")


def table_field(data, table, index):
    """Where field `index` of a flatbuffer's table lies; 0 when it is absent."""
    vtable = table - int.from_bytes(data[table : table + 4], "little", signed=True)
    at = vtable + 4 + 2 * index
    if at >= vtable + int.from_bytes(data[vtable : vtable + 2], "little"):
        return 0
    offset = int.from_bytes(data[at : at + 2], "little")
    return table + offset if offset else 0
