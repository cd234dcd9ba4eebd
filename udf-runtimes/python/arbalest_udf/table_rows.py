"""What table functions give: rows, and for each the position of the input row that it was made from."""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple, Optional, Sequence

import pyarrow as pa

from .failures import BadAnswer, RowFailure
from .types import as_array
from .values import Values

#: An answer stays near this size.
ANSWER_BYTES = 8 * 1024 * 1024
_FIRST_ROWS, _MOST_ROWS = 256, 65536


class Part(NamedTuple):
    """Some rows of an answer. ``rows`` is int32 and never goes down."""

    rows: pa.Array
    columns: list[pa.Array]
    #: Messages of rows that failed; None = none did.
    errors: Optional[pa.Array] = None


def failed_part(row: int, fields: Sequence[pa.Field], message: str) -> Part:
    return Part(pa.array([row], pa.int32()), [pa.nulls(1, field.type) for field in fields], pa.array([message]))


def as_part(answer: Any, fields: Sequence[pa.Field], input_rows: int) -> Part:
    """What a vectorised table function gave, ``(row positions, columns)``, checked."""
    if not (isinstance(answer, tuple) and len(answer) == 2):
        raise BadAnswer(f"A table function gives (row positions, columns), not {type(answer).__name__}")
    rows, columns = as_array(answer[0], pa.int32()), _columns(answer[1], fields)
    for field, column in zip(fields, columns):
        if len(column) != len(rows):
            raise BadAnswer(f"Column {field.name!r} has {len(column)} values for {len(rows)} row positions")
    _check_positions(rows, input_rows)
    return Part(rows, columns)


def _columns(given: Any, fields: Sequence[pa.Field]) -> list[pa.Array]:
    if isinstance(given, (pa.RecordBatch, pa.Table)):
        given = given.columns
    elif isinstance(given, dict):
        missing = [field.name for field in fields if field.name not in given]
        if missing:
            raise BadAnswer(f"There is no column {', '.join(missing)}; the answer has {', '.join(given)}")
        given = [given[field.name] for field in fields]
    elif isinstance(given, (pa.Array, pa.ChunkedArray)) or hasattr(given, "__array__"):
        given = [given]
    if len(given) != len(fields):
        raise BadAnswer(f"The answer has {len(given)} columns, not {len(fields)}")
    return [as_array(column, field.type) for column, field in zip(given, fields)]


def _check_positions(rows: pa.Array, input_rows: int) -> None:
    if not len(rows):
        return
    import pyarrow.compute as pc

    if rows.null_count or rows[0].as_py() < 0 or rows[-1].as_py() >= input_rows:
        raise BadAnswer(f"Row positions must lie between 0 and {input_rows - 1}")
    if len(rows) > 1 and not pc.all(pc.less_equal(rows.slice(0, len(rows) - 1), rows.slice(1))).as_py():
        raise BadAnswer("Row positions must not go down")


def moved(part: Part, start: int) -> Part:
    """The part of a slice that begins at ``start``, as a part of the whole."""
    import pyarrow.compute as pc

    return part if start == 0 else part._replace(rows=pc.add(part.rows, pa.scalar(start, pa.int32())))


def cut(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """The batch in pieces near ``ANSWER_BYTES``."""
    if batch.nbytes <= ANSWER_BYTES or batch.num_rows < 2:
        yield batch
        return
    half = batch.num_rows // 2
    yield from cut(batch.slice(0, half))
    yield from cut(batch.slice(half))


class RowBuilder:
    """Collects rows of Python values; how many at once follows from how big they turn out to be."""

    def __init__(self, fields: Sequence[pa.Field], values: Sequence[Values]) -> None:
        self._fields = fields
        self._values = values
        self._limit = _FIRST_ROWS
        self._rows: list[int] = []
        self._tuples: list[tuple[Any, ...]] = []
        self._messages: dict[int, str] = {}

    @property
    def full(self) -> bool:
        return len(self._rows) >= self._limit

    def add(self, row: int, values: Any) -> None:
        if type(values) is not tuple:
            values = tuple(values) if isinstance(values, tuple) else (values,)
        if len(values) != len(self._fields):
            raise BadAnswer(f"A row has {len(values)} values, not {len(self._fields)}: {values!r}")
        self._rows.append(row)
        self._tuples.append(values)

    def fail(self, row: int, message: str) -> None:
        """Puts one failed row in the place of all that was made from this input row, which is the last or still to be taken whole."""
        keep = [i for i, made in enumerate(self._rows) if made != row]
        at = next((i for i, made in enumerate(self._rows) if made >= row), len(self._rows))
        tuples = [self._tuples[i] for i in keep]
        rows = [self._rows[i] for i in keep]
        tuples.insert(at, (None,) * len(self._fields))
        rows.insert(at, row)
        self._rows, self._tuples = rows, tuples
        self._messages[row] = message

    def take(self) -> Optional[Part]:
        """What there is, None if nothing. A value that is not of its type raises :class:`RowFailure` with the position of the input row; then all is still there."""
        if not self._rows:
            return None
        columns = [self._column(values, position) for position, values in enumerate(self._values)]
        errors = pa.array([self._messages.get(row) for row in self._rows], pa.string()) if self._messages else None
        part = Part(pa.array(self._rows, pa.int32()), columns, errors)
        size = sum(column.nbytes for column in columns)
        self._limit = max(1, min(_MOST_ROWS, len(self._rows) * ANSWER_BYTES // (2 * max(size, 1))))
        self._rows, self._tuples, self._messages = [], [], {}
        return part

    def _column(self, values: Values, position: int) -> pa.Array:
        try:
            return values.write([row[position] for row in self._tuples])
        except RowFailure as failure:
            raise RowFailure(self._rows[failure.row], failure.__cause__ or failure) from failure.__cause__
