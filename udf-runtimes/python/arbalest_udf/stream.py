"""One stream of a call: reads batches in order, and writes an answer for each."""

from __future__ import annotations

import time
from typing import Callable, Iterator, NamedTuple, Optional

import pyarrow as pa
import pyarrow.flight as flight

from .failures import ProtocolError, Stopped
from .frames import BATCH, BATCH_IN_SHARED_MEMORY, LAST, SOME_ROWS_FAILED, Request, answer_header, error_frame, read_request
from .shared_memory import InputFile, OutputFile


class Batch(NamedTuple):
    request: Request
    data: pa.RecordBatch
    #: On the clock of ``time.monotonic()``.
    deadline: Optional[float]


class Stream:
    """
    The frames of one ``DoExchange``. Not for several threads.

    :param is_cancelled: whether the caller has left
    """

    def __init__(
        self,
        reader: flight.MetadataRecordBatchReader,
        writer: flight.MetadataRecordBatchWriter,
        is_cancelled: Callable[[], bool],
        timeout: float = 0,
        input_file: Optional[InputFile] = None,
        output_file: Optional[OutputFile] = None,
    ) -> None:
        self.schema: pa.Schema = reader.schema
        self._reader = reader
        self._writer = writer
        self._is_cancelled = is_cancelled
        self._deadline = time.monotonic() + timeout if timeout else None
        self._input = input_file
        self._output = output_file
        self._due = 1

    def check(self) -> None:
        """Raises :class:`Stopped` when nobody waits any more."""
        if self._is_cancelled():
            raise Stopped("The caller has left")
        if self._deadline is not None and time.monotonic() > self._deadline:
            raise Stopped("The time for the stream is over")

    def begin(self, schema: pa.Schema) -> None:
        self._writer.begin(schema)

    def batches(self) -> Iterator[Batch]:
        """Until the caller half-closes. A frame that is not allowed raises :class:`ProtocolError`, after its error frame was sent."""
        while True:
            self.check()
            try:
                chunk = self._reader.read_chunk()
            except StopIteration:
                return
            yield self._batch(chunk)

    def _batch(self, chunk: flight.FlightStreamChunk) -> Batch:
        try:
            request = read_request(chunk.app_metadata)
            if request.batch != self._due:
                raise ProtocolError(f"A frame is of batch {request.batch}; batch {self._due} is due")
            data = self._data(request, chunk.data)
            if request.room_length and self._output is not None:
                self._output.check_room(request.room_offset, request.room_length)
        except ProtocolError as error:
            self.fail(self._due, "", error)
            raise
        self._due += 1
        deadlines = [self._deadline] if self._deadline is not None else []
        if request.timeout:
            deadlines.append(time.monotonic() + request.timeout / 1000)
        return Batch(request, data, min(deadlines, default=None))

    def _data(self, request: Request, sent: Optional[pa.RecordBatch]) -> pa.RecordBatch:
        if request.kind == BATCH:
            if sent is None:
                raise ProtocolError(f"Batch {request.batch} is of kind {BATCH}, but brings no data")
            return sent
        if self._input is None:
            raise ProtocolError(f"Batch {request.batch} lies in shared memory, but the stream names no files")
        return self._input.read(request.offset, request.length, self.schema)

    def answer(self, request: Request, data: pa.RecordBatch, last: bool, failed: bool, cpu_micros: int, use_room: bool = True) -> bool:
        """Through shared memory where it fits into the room. Answers whether the room was used."""
        flags = (LAST if last else 0) | (SOME_ROWS_FAILED if failed else 0)
        place = None
        if use_room and self._output is not None and request.room_length:
            place = self._output.write(data, request.room_offset, request.room_length)
        if place is None:
            self._writer.write_with_metadata(data, pa.py_buffer(answer_header(BATCH, flags, data.num_rows, request.batch, cpu_micros=cpu_micros)))
            return False
        header = answer_header(BATCH_IN_SHARED_MEMORY, flags, data.num_rows, request.batch, *place, cpu_micros=cpu_micros)
        self._writer.write_metadata(pa.py_buffer(header))
        return True

    def fail(self, batch: int, function: str, error: BaseException) -> None:
        self._writer.write_metadata(pa.py_buffer(error_frame(batch, function, error)))
