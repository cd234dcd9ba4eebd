"""Batches in files that both sides map: read where they lie, written where the caller made room."""

from __future__ import annotations

import mmap
import os
import struct
from typing import Optional

import pyarrow as pa

from .failures import ProtocolError

ALIGNMENT = 64
_CONTINUATION = b"\xff\xff\xff\xff"
_LENGTH = struct.Struct("<i")


class InputFile:
    """The caller's file, mapped read-only. Arrays that were read from it lie in it, and keep the mapping alive."""

    def __init__(self, path: str, size: int) -> None:
        self._bytes = memoryview(_map(path, size, os.O_RDONLY, mmap.PROT_READ))

    def read(self, offset: int, length: int, schema: pa.Schema) -> pa.RecordBatch:
        """The batch at this place, without a copy."""
        if offset % ALIGNMENT or offset + length > len(self._bytes):
            raise ProtocolError(f"A batch of {length} bytes at {offset} is not aligned to {ALIGNMENT}, or does not lie in the input file of {len(self._bytes)} bytes")
        try:
            return pa.ipc.read_record_batch(pa.py_buffer(self._bytes[offset : offset + length]), schema)
        except (pa.ArrowException, OSError, EOFError) as error:
            raise ProtocolError(f"What lies at {offset} in the input file is no batch of this stream: {error}") from error


class OutputFile:
    """The file for answers, mapped writable."""

    def __init__(self, path: str, size: int) -> None:
        self._bytes = memoryview(_map(path, size, os.O_RDWR, mmap.PROT_READ | mmap.PROT_WRITE))
        #: Where the schema message has to begin so that the body of the batch behind it is aligned, learnt from the batch before.
        self._start = 0

    def check_room(self, offset: int, length: int) -> None:
        if offset % ALIGNMENT or offset + length > len(self._bytes):
            raise ProtocolError(f"Room of {length} bytes at {offset} is not aligned to {ALIGNMENT}, or does not lie in the output file of {len(self._bytes)} bytes")

    def write(self, batch: pa.RecordBatch, offset: int, length: int) -> Optional[tuple[int, int]]:
        """Writes the batch into the room, with one copy. Answers where it lies and how long it is; None when it does not fit."""
        for _ in range(2):
            written = self._write_stream(batch, offset, length)
            if written is None:
                return None
            message, body, end = written
            if body % ALIGNMENT == 0:
                begin = self._align_message(message, body)
                return begin, end - begin
            self._start = (self._start - body) % ALIGNMENT
        raise AssertionError("Arrow wrote messages of different sizes for one batch")

    def _write_stream(self, batch: pa.RecordBatch, offset: int, length: int) -> Optional[tuple[int, int, int]]:
        """
        Writes schema and batch as Arrow's stream writer does, which cannot write a batch alone and aligns to 8 bytes only.
        Answers where in the file the message of the batch, its body and the end are.
        """
        start = offset + self._start
        sink = pa.FixedSizeBufferWriter(pa.py_buffer(self._bytes[start : max(start, offset + length)]))
        try:
            writer = pa.ipc.new_stream(sink, batch.schema)
            writer.write_batch(batch)
        except (pa.ArrowInvalid, OSError):
            return None
        end = start + sink.tell()
        message = start + self._message_length(start)
        return message, message + self._message_length(message), end

    def _message_length(self, at: int) -> int:
        """Of the prefix and the metadata."""
        return 8 + int(_LENGTH.unpack_from(self._bytes, at + 4)[0])

    def _align_message(self, message: int, body: int) -> int:
        """Moves the metadata down to an aligned place, over what is left of the schema, and lets its padding reach to the body."""
        aligned = message - message % ALIGNMENT
        if message != aligned:
            metadata = bytes(self._bytes[message + 8 : body])
            self._bytes[aligned : aligned + 4] = _CONTINUATION
            _LENGTH.pack_into(self._bytes, aligned + 4, body - aligned - 8)
            self._bytes[aligned + 8 : body] = metadata + bytes(body - aligned - 8 - len(metadata))
        return aligned


def _map(path: str, size: int, flags: int, protection: int) -> mmap.mmap:
    descriptor = os.open(path, flags | os.O_CLOEXEC)
    try:
        return mmap.mmap(descriptor, size, mmap.MAP_SHARED, protection)
    finally:
        os.close(descriptor)
