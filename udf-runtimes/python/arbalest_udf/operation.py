"""
What a call in a stream does with a batch: one column for the columns of its arguments, a value for each row. Scalars are operations
as they stand; an aggregate has one for each thing that can be asked of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Optional, Protocol, Sequence

import pyarrow as pa

from .declaration import Declaration
from .failures import RowFailure
from .nulls import valid_rows
from .types import travel_type

Stop = Callable[[], None]
Failures = dict[int, BaseException]


class Evaluate(Protocol):
    def __call__(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array: ...


class EvaluateRows(Protocol):
    def __call__(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> tuple[pa.Array, Failures]: ...


@dataclass(frozen=True)
class Operation:
    declaration: Declaration
    name: str
    #: Columns as the function takes them; on the wire they have their travel types.
    arguments: tuple[pa.Field, ...]
    result: pa.Field
    evaluate: Evaluate
    #: Where failures of rows are met one by one anyhow; absent = by halving the batch.
    evaluate_rows: Optional[EvaluateRows] = None
    #: NULL for a row with a NULL argument, and not called.
    propagates: bool = False

    def call(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array:
        """The answer for a batch, in the travel type. Raises what the function raised, or a :class:`RowFailure` of a row of the batch."""
        valid = valid_rows(columns) if self.propagates else None
        if valid is None:
            return self._traveling(self.evaluate(columns, rows, stop))
        given = valid.take_from(columns)
        if not len(valid.positions):
            return pa.nulls(rows, travel_type(self.result.type))
        try:
            return self._traveling(valid.spread(self.evaluate(given, len(valid.positions), stop)))
        except RowFailure as failure:
            failure.row = valid.positions[failure.row].as_py()
            raise

    def call_rows(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> tuple[pa.Array, Failures]:
        """As ``call``, but rows that fail are NULL, and the reasons stand in the second answer."""
        valid = valid_rows(columns) if self.propagates else None
        given = columns if valid is None else valid.take_from(columns)
        count = rows if valid is None else len(valid.positions)
        values, failures = (self.evaluate_rows or self._by_halves)(given, count, stop)
        if valid is not None:
            values = valid.spread(values)
            failures = {valid.positions[row].as_py(): failure for row, failure in failures.items()}
        return self._traveling(values), failures

    def _by_halves(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> tuple[pa.Array, Failures]:
        parts: list[pa.Array] = []
        failures: Failures = {}
        if not rows:
            return pa.nulls(0, self.result.type), failures
        pending = [(0, rows)] if self.declaration.repeatable else [(row, 1) for row in reversed(range(rows))]
        while pending:
            start, count = pending.pop()
            stop()
            try:
                parts.append(self.evaluate([column.slice(start, count) for column in columns], count, stop))
            except Exception as error:
                if count == 1:
                    failures[start] = error
                    parts.append(pa.nulls(1, self.result.type))
                else:
                    half = count // 2
                    pending += [(start + half, count - half), (start, half)]
        return pa.concat_arrays(parts) if len(parts) > 1 else parts[0], failures

    def _traveling(self, values: pa.Array) -> pa.Array:
        travel = travel_type(self.result.type)
        return values if travel is self.result.type or travel == values.type else values.cast(travel)
