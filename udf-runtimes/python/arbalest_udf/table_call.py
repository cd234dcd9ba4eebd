"""Calls of table functions: any number of answers for a batch, the last of them marked."""

from __future__ import annotations

import time
from contextlib import ExitStack, closing
from threading import BoundedSemaphore
from typing import Iterator, Optional

import pyarrow as pa

from .activity import Activity
from .command import Call, Command
from .context import CallContext, set_current
from .failures import BadAnswer, message_of
from .metrics import Metrics
from .nulls import ValidRows, valid_rows
from .stream import Batch, Stream
from .table import BatchesTable, TableFunction, at_positions
from .table_rows import Part, as_part, cut
from .types import convert, travel_type


class Answers:
    """The answers to one batch. The newest is held back until it is known whether it is the last."""

    def __init__(self, stream: Stream, batch: Batch, schema: pa.Schema, with_errors: bool) -> None:
        self._stream = stream
        self._batch = batch
        self._schema = schema
        self._with_errors = with_errors
        self._held: Optional[tuple[pa.RecordBatch, bool]] = None
        self._room_is_free = True
        self._began = time.thread_time_ns()
        self.cpu_micros = 0
        self.failed_rows = 0

    def add(self, part: Part) -> None:
        if not len(part.rows):
            return
        failed = 0 if part.errors is None else len(part.errors) - part.errors.null_count
        self.failed_rows += failed
        columns = [convert(column, field.type) for column, field in zip(part.columns, list(self._schema)[1:])]
        if self._with_errors:
            columns.append(pa.nulls(len(part.rows), pa.string()) if part.errors is None else part.errors)
        for piece in cut(pa.RecordBatch.from_arrays([part.rows, *columns], schema=self._schema)):
            self._send(last=False)
            self._held = piece, bool(failed)

    def finish(self) -> None:
        if self._held is None:
            self._held = pa.RecordBatch.from_arrays([pa.array([], field.type) for field in self._schema], schema=self._schema), False
        self._send(last=True)

    def _send(self, last: bool) -> None:
        if self._held is None:
            return
        data, failed = self._held
        now = time.thread_time_ns()
        micros = (now - self._began) // 1000
        if self._stream.answer(self._batch.request, data, last, failed, micros, self._room_is_free):
            self._room_is_free = False
        self.cpu_micros += micros
        self._began = now
        self._held = None


class TableStream:
    """A stream of one call of a table function."""

    def __init__(self, call: Call, function: TableFunction, command: Command, metrics: Metrics, turn: BoundedSemaphore) -> None:
        self._call = call
        self.function = function
        self._command = command
        self._metrics = metrics
        self.turn = turn
        declared = function.declaration
        fields = [pa.field("row", pa.int32(), nullable=False)]
        fields += [field.with_type(travel_type(field.type)) for field in declared.results]
        if command.rows_may_fail:
            fields.append(pa.field("error", pa.string()))
        self.schema = pa.schema(fields)

    def run(self, stream: Stream, activity: Activity) -> None:
        if isinstance(self.function, BatchesTable):
            BatchesRun(self, stream, activity).run()
            return
        for batch in stream.batches():
            with activity.batch():
                self._answer(stream, batch)

    def _answer(self, stream: Stream, batch: Batch) -> None:
        answers = self.answers(stream, batch)
        rows = batch.data.num_rows
        parts = self.function.parts(self.columns(batch), rows, stream.check, self._command.rows_may_fail)
        try:
            with closing(parts):  # type: ignore[type-var]
                for part in self._in_turn(parts, batch):
                    answers.add(part)
            answers.finish()
        except Exception as error:
            self.count(rows, rows, answers.cpu_micros)
            stream.fail(batch.request.batch, self.function.declaration.name, error)
            return
        self.count(rows, answers.failed_rows, answers.cpu_micros)

    def _in_turn(self, parts: Iterator[Part], batch: Batch) -> Iterator[Part]:
        """The function's turn ends while its answer is on its way."""
        while True:
            with self.turn, self.context(batch).active():
                part = next(parts, None)
            if part is None:
                return
            yield part

    def answers(self, stream: Stream, batch: Batch) -> Answers:
        return Answers(stream, batch, self.schema, self._command.rows_may_fail)

    def columns(self, batch: Batch) -> list[pa.Array]:
        wanted = zip(self._call.arguments, self.function.declaration.arguments)
        return [convert(batch.data.column(position), field.type) for position, field in wanted]

    def context(self, batch: Batch) -> CallContext:
        command, name = self._command, self.function.declaration.name
        return CallContext(command.query, command.user, self._call.options, batch.deadline, batch.data.num_rows, name)

    def count(self, rows: int, failed: int, cpu_micros: int) -> None:
        self._metrics.count(self.function.declaration.name, rows, failed, cpu_micros)

    def failed(self, rows: int, error: BaseException) -> Optional[Part]:
        """All rows of a batch as failed; None when a failure fails the batch."""
        if not self._command.rows_may_fail:
            return None
        nulls = [pa.nulls(rows, field.type) for field in self.function.declaration.results]
        return Part(pa.array(range(rows), pa.int32()), nulls, pa.array([message_of(error)] * rows))


class BatchesRun:
    """
    One stream through a function over batches. The function pulls: taking the next batch ends the one before. It is the iterator that
    the function gets.
    """

    def __init__(self, calls: TableStream, stream: Stream, activity: Activity) -> None:
        self._calls = calls
        self._stream = stream
        self._activity = activity
        self._input = stream.batches()
        self._busy = ExitStack()
        self._batch: Optional[Batch] = None
        self._answers: Optional[Answers] = None
        self._valid: Optional[ValidRows] = None
        self._ended = False
        #: What broke the stream, kept because a function may catch it.
        self._broken: Optional[BaseException] = None

    def __iter__(self) -> "BatchesRun":
        return self

    def __next__(self) -> pa.RecordBatch:
        self._finish()
        self._calls.turn.release()
        try:
            self._batch = next(self._input, None)
        except BaseException as error:
            self._broken = error
            raise
        finally:
            self._calls.turn.acquire()
        if self._batch is None:
            self._ended = True
            raise StopIteration
        self._busy.enter_context(self._activity.batch())
        self._answers = self._calls.answers(self._stream, self._batch)
        set_current(self._calls.context(self._batch))
        return self._taken(self._batch)

    def _taken(self, batch: Batch) -> pa.RecordBatch:
        declared = self._calls.function.declaration
        columns = self._calls.columns(batch)
        self._valid = valid_rows(columns) if declared.propagates else None
        if self._valid is not None:
            columns = self._valid.take_from(columns)
        return pa.RecordBatch.from_arrays(columns, schema=pa.schema(declared.arguments))

    def run(self) -> None:
        with self._calls.turn, self._busy:
            while not self._ended:
                try:
                    self._call()
                except Exception as error:
                    if self._broken is not None or self._batch is None:
                        raise
                    self._fail(error)
                if self._broken is not None:
                    raise self._broken
            set_current(CallContext())

    def _call(self) -> None:
        for given in self._calls.function.body(self):
            if self._batch is None or self._answers is None:
                raise BadAnswer(f"{self._calls.function.declaration.name} gave rows, but holds no batch that they could be made from")
            part = as_part(given, self._calls.function.declaration.results, self._rows)
            self._answers.add(part if self._valid is None else at_positions(part, self._valid))
        for _ in self:
            """A function that returns early has no rows for the batches that are left."""

    @property
    def _rows(self) -> int:
        assert self._batch is not None
        return self._batch.data.num_rows if self._valid is None else len(self._valid.positions)

    def _finish(self) -> None:
        if self._batch is None or self._answers is None:
            return
        answers, batch = self._answers, self._batch
        self._batch = self._answers = None
        answers.finish()
        self._calls.count(batch.data.num_rows, answers.failed_rows, answers.cpu_micros)
        self._busy.close()

    def _fail(self, error: Exception) -> None:
        """The batch fails, and the function begins anew with the next one."""
        assert self._batch is not None
        batch, rows = self._batch, self._batch.data.num_rows
        part = self._calls.failed(rows, error)
        if part is None:
            self._batch = self._answers = None
            self._stream.fail(batch.request.batch, self._calls.function.declaration.name, error)
            self._calls.count(rows, rows, 0)
            self._busy.close()
            return
        self._answers = self._calls.answers(self._stream, batch)
        self._answers.add(part)
        self._finish()
