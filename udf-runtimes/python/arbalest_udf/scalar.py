"""Scalar functions: columns in, one column out, a value for each row."""

from __future__ import annotations

import inspect
from itertools import islice
from typing import Any, Callable, Iterable, Literal, Optional, Sequence

import pyarrow as pa

from .annotations import argument_fields, result_type, takes_none
from .declaration import Declaration, Nulls, Volatility, declare
from .failures import BadAnswer, RowFailure
from .operation import EvaluateRows, Operation, Stop
from .types import TypeLike, as_array, as_field
from .values import Values, raise_unreadable

#: Rows between two looks at whether anybody still waits.
ROWS_BETWEEN_CHECKS = 4096


class ScalarFunction:
    """A function as it is served. Calling it calls what was decorated."""

    declaration: Declaration

    def __init__(self, body: Callable[..., Any], declaration: Declaration) -> None:
        self.body = body
        self.declaration = declaration
        self.__name__ = declaration.name
        self.__doc__ = body.__doc__

    def __call__(self, *arguments: Any) -> Any:
        return self.body(*arguments)

    def evaluate(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array:
        """``stop`` raises when nobody waits any more; what the function raises goes through."""
        raise NotImplementedError

    def operation(self, name: str) -> Optional[Operation]:
        """What ``scalar`` does; None for any other name."""
        declared = self.declaration
        rows: Optional[EvaluateRows] = getattr(self, "evaluate_rows", None)
        if name != "scalar":
            return None
        return Operation(declared, name, declared.arguments, declared.results[0], self.evaluate, rows, declared.propagates)


class VectorisedScalar(ScalarFunction):
    """Whole arrays in, a whole array out. A single value stands for the same value in each row."""

    def evaluate(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array:
        stop()
        type_ = self.declaration.results[0].type
        answer = self.body(*columns)
        if isinstance(answer, (pa.Array, pa.ChunkedArray)) or hasattr(answer, "__array__") or isinstance(answer, list):
            array = as_array(answer, type_)
        else:
            array = pa.repeat(answer if isinstance(answer, pa.Scalar) else pa.scalar(answer, type_), rows).cast(type_)
        if len(array) != rows:
            raise BadAnswer(f"{self.declaration.name} gave {len(array)} values for {rows} rows")
        return array


class NumpyScalar(VectorisedScalar):
    """As vectorised, over numpy arrays: views of the columns where there are no NULLs and the type allows it."""

    def evaluate(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array:
        return super().evaluate([column.to_numpy(zero_copy_only=False) for column in columns], rows, stop)


class RowScalar(ScalarFunction):
    """Python values of one row in, one value out."""

    def __init__(self, body: Callable[..., Any], declaration: Declaration) -> None:
        super().__init__(body, declaration)
        self._arguments = [Values(field) for field in declaration.arguments]
        self._result = Values(declaration.results[0])

    def evaluate(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array:
        return self._result.write(self._call_all(self._rows(columns, rows, Values.read), stop))

    def evaluate_rows(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> tuple[pa.Array, dict[int, BaseException]]:
        """As ``evaluate``, but a row that fails is NULL, and its failure is in the second answer."""
        failures: dict[int, BaseException] = {}
        values: list[Any] = []
        for row, arguments in enumerate(self._rows(columns, rows, Values.read_each)):
            if row % ROWS_BETWEEN_CHECKS == 0:
                stop()
            try:
                raise_unreadable(row, arguments)
                values.append(self.body(*arguments))
            except Exception as error:
                values.append(None)
                failures[row] = error
        return self._write_rows(values, failures), failures

    def _rows(self, columns: Sequence[pa.Array], rows: int, read: Callable[[Values, pa.Array], list[Any]]) -> Iterable[tuple[Any, ...]]:
        if not columns:
            return iter([()] * rows)
        return zip(*[read(values, column) for values, column in zip(self._arguments, columns)])

    def _call_all(self, rows: Iterable[tuple[Any, ...]], stop: Stop) -> list[Any]:
        values: list[Any] = []
        append, body, remaining = values.append, self.body, iter(rows)
        try:
            while True:
                stop()
                before = len(values)
                for arguments in islice(remaining, ROWS_BETWEEN_CHECKS):
                    append(body(*arguments))
                if len(values) == before:
                    return values
        except Exception as error:
            raise RowFailure(len(values), error) from error

    def _write_rows(self, values: list[Any], failures: dict[int, BaseException]) -> pa.Array:
        while True:
            try:
                return self._result.write(values)
            except RowFailure as failure:
                failures[failure.row] = failure
                values[failure.row] = None


class _Scalar:
    """The decorator ``scalar``, and ``scalar.by_row``."""

    def __call__(
        self,
        function: Optional[Callable[..., Any]] = None,
        *,
        returns: Optional[TypeLike] = None,
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
        kind: Literal["arrow", "numpy"] = "arrow",
    ) -> Any:
        """
        Makes a scalar function of one that takes a ``pa.Array`` for each argument and returns one of as many values.

        The types of the arguments come from the annotations (``pa.Int64Array``, ``Annotated[pa.Array, pa.decimal128(18, 3)]``) or from ``args``.

        :param returns: type of the result; may stand in the annotation instead when it is clear there
        :param nulls: ``propagate`` (default): rows with a NULL argument are NULL and are not given to the function; ``call``: they are. By row,
            an argument that may be ``None`` by its annotation makes ``call`` the default
        :param volatility: ``immutable`` (equal arguments give equal values for ever), ``stable`` (within a statement) or ``volatile`` (default)
        :param repeatable: a batch may be sent again when the process died; default: unless volatile
        :param batch_rows: rows that it likes to get at once
        :param parallelism: batches that may be in it at the same time, in threads of this process
        :param options: the options that it understands; absent = any
        :param rows: by row: Python values of one row in, one value out
        :param kind: ``numpy``: numpy arrays in; wants ``nulls="propagate"``
        """

        def decorate(body: Callable[..., Any]) -> ScalarFunction:
            made = declare(
                "scalar",
                name or body.__name__,
                argument_fields(body, args),
                [as_field(result_type(body, returns), "result")],
                nulls=nulls or ("call" if rows and args is None and takes_none(body) else "propagate"),
                volatility=volatility,
                repeatable=repeatable,
                batch_rows=batch_rows,
                batch_bytes=batch_bytes,
                parallelism=parallelism,
                options=options,
                doc=doc or inspect.getdoc(body),
            )
            return _class_for(made, rows, kind)(body, made)

        return decorate if function is None else decorate(function)

    def by_row(self, function: Optional[Callable[..., Any]] = None, **settings: Any) -> Any:
        """``scalar(rows=True)``: the types may be Python's own (``int``, ``str``, ``Optional[float]``, ``list[int]``, ``uuid.UUID``, …)."""
        return self(function, rows=True, **settings)


def _class_for(declaration: Declaration, rows: bool, kind: str) -> type[ScalarFunction]:
    if kind not in ("arrow", "numpy"):
        raise ValueError(f"kind of {declaration.name} must be arrow or numpy, not {kind!r}")
    if kind == "numpy" and (rows or declaration.nulls == "call"):
        raise ValueError(f"{declaration.name}: kind='numpy' goes with nulls='propagate' and whole arrays only")
    return RowScalar if rows else NumpyScalar if kind == "numpy" else VectorisedScalar


scalar = _Scalar()
