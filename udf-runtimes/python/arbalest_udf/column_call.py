"""Calls that give one value for each row: scalars, and all that is asked of aggregates."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from typing import Callable, Sequence

import pyarrow as pa

from .command import Call, Command
from .context import CallContext
from .failures import message_of
from .metrics import Metrics
from .operation import Operation
from .stream import Batch, Stream
from .types import convert, travel_type


class ColumnCall:
    """One of the calls that share a stream."""

    def __init__(self, call: Call, operation: Operation, command: Command, metrics: Metrics, turn: AbstractContextManager[object]) -> None:
        self._call = call
        self._operation = operation
        self._command = command
        self._metrics = metrics
        self._turn = turn
        self.name = operation.declaration.name

    def result_field(self, position: int) -> pa.Field:
        result = self._operation.result
        return pa.field(f"{position}_{self.name}", travel_type(result.type), metadata=result.metadata)

    def evaluate(self, batch: Batch, stop: Callable[[], None]) -> tuple[pa.Array, dict[int, str]]:
        """The column, and the messages of rows that failed."""
        rows = batch.data.num_rows
        columns = self._columns(batch.data)
        began = time.thread_time_ns()
        failures: dict[int, str] = {}
        try:
            with self._turn, self._context(batch).active():
                if self._command.rows_may_fail:
                    column, failed = self._operation.call_rows(columns, rows, stop)
                    failures = {row: message_of(error) for row, error in failed.items()}
                else:
                    column = self._operation.call(columns, rows, stop)
        except Exception:
            self._count(rows, rows, began)
            raise
        self._count(rows, len(failures), began)
        return column, failures

    def _count(self, rows: int, failed: int, began: int) -> None:
        self._metrics.count(self.name, rows, failed, (time.thread_time_ns() - began) // 1000)

    def _columns(self, data: pa.RecordBatch) -> Sequence[pa.Array]:
        positions = zip(self._call.arguments, self._operation.arguments)
        return [convert(data.column(position), field.type) for position, field in positions]

    def _context(self, batch: Batch) -> CallContext:
        command = self._command
        return CallContext(command.query, command.user, self._call.options, batch.deadline, batch.data.num_rows, self.name)


class ColumnStream:
    """Answers each batch with a column for each call."""

    def __init__(self, calls: Sequence[ColumnCall], rows_may_fail: bool) -> None:
        self._calls = calls
        self._rows_may_fail = rows_may_fail
        fields = [call.result_field(i) for i, call in enumerate(calls)]
        errors = [pa.field(f"{i}_error", pa.string()) for i in range(len(calls))] if rows_may_fail else []
        self.schema = pa.schema(fields + errors)

    def answer(self, stream: Stream, batch: Batch) -> None:
        began = time.thread_time_ns()
        call = self._calls[0]
        columns: list[pa.Array] = []
        errors: list[pa.Array] = []
        failed = False
        try:
            for call in self._calls:
                column, failures = call.evaluate(batch, stream.check)
                columns.append(column)
                errors.append(_messages(failures, batch.data.num_rows))
                failed = failed or bool(failures)
            data = pa.RecordBatch.from_arrays(columns + (errors if self._rows_may_fail else []), schema=self.schema)
        except Exception as error:
            stream.fail(batch.request.batch, call.name, error)
            return
        stream.answer(batch.request, data, True, failed, (time.thread_time_ns() - began) // 1000)


def _messages(failures: dict[int, str], rows: int) -> pa.Array:
    return pa.array([failures.get(row) for row in range(rows)], pa.string()) if failures else pa.nulls(rows, pa.string())
