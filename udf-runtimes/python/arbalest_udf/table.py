"""Table functions: one row to any number of rows."""

from __future__ import annotations

import inspect
from typing import Any, Callable, Iterable, Iterator, Optional, Sequence

import pyarrow as pa

from .annotations import argument_fields, takes_none
from .declaration import Declaration, Nulls, Volatility, declare
from .failures import BadAnswer, RowFailure, message_of
from .nulls import ValidRows, valid_rows
from .operation import Stop
from .table_rows import Part, RowBuilder, as_part, failed_part, moved
from .types import TypeLike, as_field
from .values import Values, raise_unreadable


class TableFunction:
    """A function as it is served. Calling it calls what was decorated."""

    def __init__(self, body: Callable[..., Any], declaration: Declaration) -> None:
        self.body = body
        self.declaration = declaration
        self.__name__ = declaration.name
        self.__doc__ = body.__doc__

    def __call__(self, *arguments: Any) -> Any:
        return self.body(*arguments)

    def parts(self, columns: Sequence[pa.Array], rows: int, stop: Stop, rows_may_fail: bool) -> Iterator[Part]:
        """
        The rows made from a batch. What the function raises goes through, unless ``rows_may_fail``: then an input row that fails is one row with a
        message.
        """
        valid = valid_rows(columns) if self.declaration.propagates else None
        if valid is None:
            yield from self._parts(columns, rows, stop, rows_may_fail)
            return
        try:
            for part in self._parts(valid.take_from(columns), len(valid.positions), stop, rows_may_fail):
                yield at_positions(part, valid)
        except RowFailure as failure:
            failure.row = valid.positions[failure.row].as_py()
            raise

    def _parts(self, columns: Sequence[pa.Array], rows: int, stop: Stop, rows_may_fail: bool) -> Iterator[Part]:
        raise NotImplementedError


def at_positions(part: Part, valid: ValidRows) -> Part:
    return part._replace(rows=valid.positions.take(part.rows).cast(pa.int32()))


class VectorisedTable(TableFunction):
    """Whole arrays in; ``(row positions, columns)`` out, or a generator of such."""

    def _parts(self, columns: Sequence[pa.Array], rows: int, stop: Stop, rows_may_fail: bool) -> Iterator[Part]:
        if rows_may_fail:
            return self._by_halves(columns, rows, stop)
        return self._call(columns, rows, stop)

    def _call(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> Iterator[Part]:
        stop()
        fields = self.declaration.results
        answer = self.body(*columns)
        if answer is None:
            return
        last = 0
        for given in [answer] if isinstance(answer, tuple) else answer:
            part = as_part(given, fields, rows)
            if len(part.rows):
                _check_order(part, last)
                last = part.rows[-1].as_py()
            yield part
            stop()

    def _by_halves(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> Iterator[Part]:
        pending = [(0, rows)] if self.declaration.repeatable else [(row, 1) for row in reversed(range(rows))]
        while pending and rows:
            start, count = pending.pop()
            try:
                parts = list(self._call([column.slice(start, count) for column in columns], count, stop))
            except Exception as error:
                if count == 1:
                    yield failed_part(start, self.declaration.results, message_of(error))
                else:
                    half = count // 2
                    pending += [(start + half, count - half), (start, half)]
            else:
                for part in parts:
                    yield moved(part, start)


def _check_order(part: Part, last: int) -> None:
    if part.rows[0].as_py() < last:
        raise BadAnswer("Row positions must not go down, also not from one part to the next")


class RowTable(TableFunction):
    """Python values of one row in; an iterable of tuples out (of single values where there is one column)."""

    def __init__(self, body: Callable[..., Any], declaration: Declaration) -> None:
        super().__init__(body, declaration)
        self._arguments = [Values(field) for field in declaration.arguments]
        self._results = [Values(field) for field in declaration.results]

    def _parts(self, columns: Sequence[pa.Array], rows: int, stop: Stop, rows_may_fail: bool) -> Iterator[Part]:
        builder = RowBuilder(self.declaration.results, self._results)
        for row, arguments in enumerate(self._rows(columns, rows)):
            stop()
            try:
                raise_unreadable(row, arguments)
                for values in self.body(*arguments) or ():
                    builder.add(row, values)
                    if builder.full and not rows_may_fail:
                        yield self._take(builder, False)
                        stop()
            except Exception as error:
                if not rows_may_fail:
                    raise error if isinstance(error, RowFailure) else RowFailure(row, error) from error
                builder.fail(row, message_of(error))
            if builder.full:
                yield self._take(builder, rows_may_fail)
        yield self._take(builder, rows_may_fail)

    def _rows(self, columns: Sequence[pa.Array], rows: int) -> Iterable[tuple[Any, ...]]:
        return zip(*[v.read_each(c) for v, c in zip(self._arguments, columns)]) if columns else iter([()] * rows)

    def _take(self, builder: RowBuilder, rows_may_fail: bool) -> Part:
        while True:
            try:
                return builder.take() or Part(pa.array([], pa.int32()), [pa.array([], f.type) for f in self.declaration.results])
            except RowFailure as failure:
                if not rows_may_fail:
                    raise
                builder.fail(failure.row, message_of(failure))


class BatchesTable(TableFunction):
    """An iterator of ``pa.RecordBatch`` in; a generator of ``(row positions in the batch taken last, columns)`` out. One for each stream."""

    def _parts(self, columns: Sequence[pa.Array], rows: int, stop: Stop, rows_may_fail: bool) -> Iterator[Part]:
        """Of a stream of this batch alone. Longer streams go through :class:`~arbalest_udf.table_call.BatchesRun`."""
        fields = self.declaration.results
        only = pa.RecordBatch.from_arrays(columns, schema=pa.schema(self.declaration.arguments))
        for given in self.body(iter([only])):
            stop()
            yield as_part(given, fields, rows)


class _Table:
    """The decorator ``table``, and ``table.by_row``."""

    def __call__(
        self,
        function: Optional[Callable[..., Any]] = None,
        *,
        returns: Sequence[tuple[str, TypeLike]],
        args: Optional[Sequence[TypeLike]] = None,
        name: Optional[str] = None,
        nulls: Optional[Nulls] = None,
        volatility: Volatility = "volatile",
        repeatable: Optional[bool] = None,
        batch_rows: Optional[int] = None,
        batch_bytes: Optional[int] = None,
        parallelism: int = 1,
        options: Optional[Iterable[str]] = None,
        doc: Optional[str] = None,
        rows: bool = False,
        batches: bool = False,
    ) -> Any:
        """
        Makes a table function of one that takes a ``pa.Array`` for each argument and returns ``(row positions, columns)``: for each row of
        the result the position of the row that it was made from, never going down, and the columns as a list, dict or ``pa.RecordBatch``.
        A generator of such is better where the result is large.

        :param returns: names and types of the columns
        :param nulls: ``propagate`` (default): rows with a NULL argument make no row, and are not given to the function
        :param rows: by row: Python values of one row in, tuples out
        :param batches: the function takes an iterator of ``pa.RecordBatch`` and yields ``(row positions, columns)`` for the batch that it took last;
            list the types in ``args`` (as ``(name, type)`` if names matter). It is called once for each stream, and again after it raised

        The other settings are those of :data:`scalar`.
        """

        def decorate(body: Callable[..., Any]) -> TableFunction:
            if rows and batches:
                raise ValueError(f"{body.__name__}: rows and batches exclude each other")
            made = declare(
                "table",
                name or body.__name__,
                _batch_fields(body, args) if batches else argument_fields(body, args),
                [as_field(type_, column) for column, type_ in returns],
                nulls=nulls or ("call" if rows and args is None and takes_none(body) else "propagate"),
                volatility=volatility,
                repeatable=repeatable,
                batch_rows=batch_rows,
                batch_bytes=batch_bytes,
                parallelism=parallelism,
                options=options,
                doc=doc or inspect.getdoc(body),
            )
            return (BatchesTable if batches else RowTable if rows else VectorisedTable)(body, made)

        return decorate if function is None else decorate(function)

    def by_row(self, function: Optional[Callable[..., Any]] = None, **settings: Any) -> Any:
        """``table(rows=True)``."""
        return self(function, rows=True, **settings)


def _batch_fields(body: Callable[..., Any], args: Optional[Sequence[Any]]) -> list[pa.Field]:
    if args is None:
        raise TypeError(f"{body.__qualname__} takes batches: list the types of their columns in args=[…]")
    named = [arg if isinstance(arg, tuple) else (f"arg{i + 1}", arg) for i, arg in enumerate(args)]
    return [as_field(type_, name) for name, type_ in named]


table = _Table()
