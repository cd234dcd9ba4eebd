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


BEHAVIOURS = {"echo": echo, "die_in_mid_batch": die_in_mid_batch, "never_answer": never_answer}


def do_exchange(frames, context):
    fields = wire.read_fields(next(frames))
    command = json.loads(wire.read_fields(fields.get(1, b"")).get(2, b"{}"))
    name = command["calls"][0]["function"]
    if name not in BEHAVIOURS:
        context.abort(grpc.StatusCode.NOT_FOUND, f"no function {name}")
    # One column in, one column out, of one type: the schema of the input is that of the output.
    yield wire.frame(fields.get(2, b""))
    yield from BEHAVIOURS[name](frames, context)


def rows_of(header):
    """The length of a RecordBatch message: Message.header is its table, whose first field is `length`."""
    message = int.from_bytes(header[0:4], "little")
    batch = table_field(header, message, 2)
    batch += int.from_bytes(header[batch : batch + 4], "little")
    at = table_field(header, batch, 0)
    return int.from_bytes(header[at : at + 8], "little") if at else 0


def table_field(data, table, index):
    """Where field `index` of a flatbuffer's table lies; 0 when it is absent."""
    vtable = table - int.from_bytes(data[table : table + 4], "little", signed=True)
    at = vtable + 4 + 2 * index
    if at >= vtable + int.from_bytes(data[vtable : vtable + 2], "little"):
        return 0
    offset = int.from_bytes(data[at : at + 2], "little")
    return table + offset if offset else 0
