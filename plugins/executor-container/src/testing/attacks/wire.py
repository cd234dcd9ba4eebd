"""Flight's messages as bytes, written and read by hand so that a server can also send what no library would."""

import struct


def varint(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def field(number, data):
    """A length-delimited field; nothing when there is no data."""
    return varint(number << 3 | 2) + varint(len(data)) + data if data else b""


def read_fields(message):
    """{number: bytes or int} of one message; of a repeated field the last."""
    fields, at = {}, 0
    while at < len(message):
        key, at = read_varint(message, at)
        if key & 7 == 0:
            fields[key >> 3], at = read_varint(message, at)
            continue
        if key & 7 != 2:
            raise ValueError(f"wire type {key & 7}")
        length, at = read_varint(message, at)
        fields[key >> 3] = message[at : at + length]
        at += length
    return fields


def read_varint(message, at):
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def result(body):
    """A Result of DoAction."""
    return field(1, body)


def frame(header=b"", metadata=b"", body=b""):
    """A FlightData: data_header 2, app_metadata 3, data_body 1000."""
    return field(2, header) + field(3, metadata) + field(1000, body)


def read_frame(message):
    """(data_header, app_metadata, data_body) of a FlightData."""
    fields = read_fields(message)
    return fields.get(2, b""), fields.get(3, b""), fields.get(1000, b"")


BATCH, SHARED, ERROR = 1, 2, 3
LAST, SOME_FAILED = 1, 2


def read_call_header(metadata):
    """(kind, deadline, id, offset, length, room, room bytes) of the 48 bytes that the caller sends (PROTOCOL.md, section 3)."""
    _, kind, _, deadline, batch, offset, length, room, room_bytes = struct.unpack("<BBHIQQQQQ", metadata[:48])
    return kind, deadline, batch, offset, length, room, room_bytes


def answer_header(batch, rows, kind=BATCH, flags=LAST, offset=0, length=0, cpu=0):
    return struct.pack("<BBHIQQQQQ", 1, kind, flags, rows, batch, offset, length, cpu, 0)
