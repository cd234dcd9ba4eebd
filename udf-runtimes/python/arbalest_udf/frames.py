"""The header in front of each frame's metadata, both ways: 48 bytes, little-endian."""

from __future__ import annotations

import json
import struct
from typing import NamedTuple, Optional

import pyarrow as pa

from .failures import ProtocolError, class_of, message_of, row_of, traceback_of

VERSION = 1
BATCH, BATCH_IN_SHARED_MEMORY, ERROR = 1, 2, 3
LAST, SOME_ROWS_FAILED = 1, 2

_HEADER = struct.Struct("<BBHIQQQQQ")


class Request(NamedTuple):
    """What the caller says of a batch."""

    kind: int
    #: Milliseconds that the batch may take; 0 = no limit.
    timeout: int
    batch: int
    offset: int
    length: int
    #: Room for the answer in the output file; none when ``room_length`` is 0.
    room_offset: int
    room_length: int


def read_request(metadata: Optional[pa.Buffer]) -> Request:
    if metadata is None or metadata.size < _HEADER.size:
        raise ProtocolError(f"A frame has {0 if metadata is None else metadata.size} bytes of metadata; the header has {_HEADER.size}")
    version, kind, _, timeout, batch, offset, length, room_offset, room_length = _HEADER.unpack_from(metadata)
    if version != VERSION:
        raise ProtocolError(f"A frame is of version {version}; this stream speaks {VERSION}")
    if kind not in (BATCH, BATCH_IN_SHARED_MEMORY):
        raise ProtocolError(f"A frame is of kind {kind}; a caller sends {BATCH} or {BATCH_IN_SHARED_MEMORY}")
    return Request(kind, timeout, batch, offset, length, room_offset, room_length)


def answer_header(kind: int, flags: int, rows: int, batch: int, offset: int = 0, length: int = 0, cpu_micros: int = 0) -> bytes:
    return _HEADER.pack(VERSION, kind, flags, rows, batch, offset, length, cpu_micros, 0)


def error_frame(batch: int, function: str, error: BaseException) -> bytes:
    body: dict[str, object] = {"class": class_of(error), "function": function, "message": message_of(error), "traceback": traceback_of(error)}
    row = row_of(error)
    if row is not None:
        body["row"] = row
    # A lone surrogate in a message is no UTF-8: escaped it is harmless.
    return answer_header(ERROR, LAST, 0, batch) + json.dumps(body).encode()
