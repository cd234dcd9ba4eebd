"""Aggregate functions: the values of a group to one value, by way of states that can be merged."""

from __future__ import annotations

import inspect
import json
from typing import Any, Callable, Iterable, Optional, Sequence

import pyarrow as pa

from .annotations import argument_fields, result_type
from .declaration import Declaration, Nulls, Volatility, declare
from .failures import BadAnswer, RowFailure
from .groups import Groups, group_states, group_values
from .operation import Operation, Stop
from .types import TypeLike, as_array, as_field
from .values import Values

_BINARY = pa.field("state", pa.binary())
_STATES = pa.field("states", pa.list_(pa.field("item", pa.binary())))
#: Marks the argument of an aggregate of nothing, a list whose elements only count.
ANYTHING = "\0anything"


class AggregateFunction:
    """A class of an aggregate as it is served. Calling it with arrays aggregates them as one group."""

    def __init__(self, implementation: type, declaration: Declaration) -> None:
        self.implementation = implementation
        self.declaration = declaration
        self.__name__ = declaration.name
        self.__doc__ = implementation.__doc__
        self._values = _values_field(declaration)

    def __call__(self, *arguments: Any) -> Any:
        columns = [as_array(a, f.type) for a, f in zip(arguments, self.declaration.arguments)]
        return self._complete([_one_group(columns, self._values.type)], 1, lambda: None)[0].as_py()

    def operation(self, name: str) -> Optional[Operation]:
        """One of ``complete``, ``update``, ``merge`` and ``finish``; None for any other name."""
        value = self.declaration.results[0]
        argument, result, evaluate = {
            "complete": (self._values, value, self._complete),
            "update": (self._values, _BINARY, self._update),
            "merge": (_STATES, _BINARY, self._merge),
            "finish": (_STATES, value, self._finish),
        }.get(name, (None, None, None))
        if argument is None or result is None or evaluate is None:
            return None
        return Operation(self.declaration, name, (argument,), result, evaluate)

    def _complete(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array:
        work = self._work()
        return work.finish(work.updated(self._groups(columns[0]), stop))

    def _update(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array:
        work = self._work()
        return work.encode(work.updated(self._groups(columns[0]), stop))

    def _merge(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array:
        work = self._work()
        return work.encode(work.merged(group_states(columns[0]), stop))

    def _finish(self, columns: Sequence[pa.Array], rows: int, stop: Stop) -> pa.Array:
        work = self._work()
        return work.finish(work.merged(group_states(columns[0]), stop))

    def _groups(self, lists: pa.Array) -> Groups:
        return group_values(lists, self.declaration)

    def _work(self) -> "Work":
        raise NotImplementedError


class Work:
    """The steps of one batch of groups, on an instance of the class."""

    def __init__(self, implementation: Any, declaration: Declaration) -> None:
        self._implementation = implementation
        self._declaration = declaration

    def updated(self, groups: Groups, stop: Stop) -> Any:
        raise NotImplementedError

    def merged(self, groups: Groups, stop: Stop) -> Any:
        raise NotImplementedError

    def finish(self, states: Any) -> pa.Array:
        raise NotImplementedError

    def encode(self, states: Any) -> pa.Array:
        raise NotImplementedError


class VectorisedAggregate(AggregateFunction):
    def _work(self) -> Work:
        return VectorisedWork(self.implementation(), self.declaration)


class VectorisedWork(Work):
    """``states`` is whatever the class's ``init`` makes for a number of groups: numpy arrays, lists, Arrow arrays."""

    _groups = 0

    def updated(self, groups: Groups, stop: Stop) -> Any:
        stop()
        self._groups = groups.number
        states = self._implementation.init(groups.number)
        if not len(groups.ids):
            return states
        changed = self._implementation.update(states, groups.ids, *groups.columns)
        return states if changed is None else changed

    def merged(self, groups: Groups, stop: Stop) -> Any:
        stop()
        self._groups = groups.number
        states = self._implementation.init(groups.number)
        if not len(groups.ids):
            return states
        changed = self._implementation.merge(states, groups.ids, self._decode(groups.columns[0]))
        return states if changed is None else changed

    def finish(self, states: Any) -> pa.Array:
        return self._counted(as_array(self._implementation.finish(states), self._declaration.results[0].type))

    def encode(self, states: Any) -> pa.Array:
        encode = getattr(self._implementation, "encode", None)
        return self._counted(as_array(encode(states) if encode else encode_rows(states), pa.binary()))

    def _decode(self, states: pa.Array) -> Any:
        decode = getattr(self._implementation, "decode", None)
        return decode(states) if decode else decode_rows(states, self._implementation.init(0))

    def _counted(self, values: pa.Array) -> pa.Array:
        if len(values) != self._groups:
            raise BadAnswer(f"{self._declaration.name} gave {len(values)} values for {self._groups} groups")
        return values


def encode_rows(states: Any) -> pa.Array:
    """The default of vectorised aggregates: a numpy array, whose rows along the first axis are the states, as their bytes."""
    if not hasattr(states, "tobytes") or states.dtype.hasobject:
        raise BadAnswer("States that are no numpy array of numbers need encode(self, states) and decode(self, states)")
    width = states.dtype.itemsize * int(states.size // len(states)) if len(states) else 1
    fixed = pa.FixedSizeBinaryArray.from_buffers(pa.binary(width), len(states), [None, pa.py_buffer(states.tobytes())])
    return fixed.cast(pa.binary())


def decode_rows(encoded: pa.Array, like: Any) -> Any:
    """The other way; ``like`` is an array of states of no group."""
    if not hasattr(like, "tobytes"):
        raise BadAnswer("States that are no numpy array of numbers need encode(self, states) and decode(self, states)")
    import numpy

    text = b"".join(encoded.to_pylist())
    return numpy.frombuffer(text, like.dtype).reshape((len(encoded), *like.shape[1:]))


class RowAggregate(AggregateFunction):
    def __init__(self, implementation: type, declaration: Declaration) -> None:
        super().__init__(implementation, declaration)
        self.argument_values = [Values(field) for field in declaration.arguments]
        self.result_values = Values(declaration.results[0])

    def _work(self) -> Work:
        return RowWork(self)


class RowWork(Work):
    """``states`` is a list with a Python object for each group."""

    def __init__(self, function: RowAggregate) -> None:
        super().__init__(function.implementation(), function.declaration)
        self._function = function

    def updated(self, groups: Groups, stop: Stop) -> list[Any]:
        update = self._implementation.update
        try:
            columns = [values.read(column) for values, column in zip(self._function.argument_values, groups.columns)]
        except RowFailure as failure:
            failure.row = groups.ids[failure.row].as_py()
            raise
        return self._folded(groups, zip(*columns) if columns else [()] * len(groups.ids), update, stop)

    def merged(self, groups: Groups, stop: Stop) -> list[Any]:
        decode = getattr(self._implementation, "decode", _from_json)
        states = ((decode(state),) for state in groups.columns[0].to_pylist())
        return self._folded(groups, states, self._implementation.merge, stop)

    def _folded(self, groups: Groups, rows: Iterable[tuple[Any, ...]], step: Callable[..., Any], stop: Stop) -> list[Any]:
        states = [self._implementation.init() for _ in range(groups.number)]
        group = 0
        try:
            for position, (group, row) in enumerate(zip(groups.ids.to_pylist(), rows)):
                if position % 4096 == 0:
                    stop()
                changed = step(states[group], *row)
                if changed is not None:
                    states[group] = changed
        except Exception as error:
            raise RowFailure(group, error) from error
        return states

    def finish(self, states: list[Any]) -> pa.Array:
        return self._function.result_values.write(_each(self._implementation.finish, states))

    def encode(self, states: list[Any]) -> pa.Array:
        return pa.array(_each(getattr(self._implementation, "encode", _to_json), states), pa.binary())


def _each(step: Callable[[Any], Any], states: list[Any]) -> list[Any]:
    values: list[Any] = []
    try:
        for state in states:
            values.append(step(state))
    except Exception as error:
        raise RowFailure(len(values), error) from error
    return values


def _to_json(state: Any) -> bytes:
    return json.dumps(state).encode()


def _from_json(state: bytes) -> Any:
    return json.loads(state)


class _Aggregate:
    """The decorator ``aggregate``, and ``aggregate.by_row``."""

    def __call__(
        self,
        implementation: Optional[type] = None,
        *,
        returns: TypeLike,
        args: Optional[Sequence[TypeLike]] = None,
        name: Optional[str] = None,
        nulls: Nulls = "propagate",
        volatility: Volatility = "volatile",
        repeatable: Optional[bool] = None,
        batch_rows: Optional[int] = None,
        batch_bytes: Optional[int] = None,
        parallelism: int = 1,
        options: Optional[Iterable[str]] = None,
        doc: Optional[str] = None,
        rows: bool = False,
    ) -> Any:
        """
        Makes an aggregate of a class, of which each batch gets an instance. Its methods, over whole columns:

        - ``init(self, groups)``: the first states of so many groups, as one object: a numpy array with a row for each, a list, …
        - ``update(self, states, group_ids, *arrays)``: takes in rows; ``group_ids`` (``pa.Int64Array``) says of which group each is. Changes ``states`` or
          returns new ones
        - ``merge(self, states, group_ids, others)``: takes in other states, as ``decode`` gave them
        - ``finish(self, states)``: a value for each group
        - ``encode(self, states)``: a ``pa.BinaryArray``; ``decode(self, array)``: the other way. Default: the bytes of numpy arrays of numbers

        By row (``rows=True`` or ``aggregate.by_row``) a state is one Python object:

        - ``init(self)``, ``update(self, state, *values)``, ``merge(self, state, other)`` (these two change the state, or return a new one), ``finish(self, state)``
        - ``encode(self, state)``: bytes; ``decode(self, data)``: the other way. Default: JSON

        :param nulls: ``propagate`` (default): rows with a NULL argument are left out of their group; ``call``: they are values as others

        The types of the arguments come from the annotations of ``update``, or from ``args``. The other settings are those of :data:`scalar`.
        """

        def decorate(class_: Any) -> AggregateFunction:
            made = declare(
                "aggregate",
                name or class_.__name__,
                argument_fields(class_.update, args, skip=2 if rows else 3),
                [as_field(returns, "result")],
                nulls=nulls,
                volatility=volatility,
                repeatable=repeatable,
                batch_rows=batch_rows,
                batch_bytes=batch_bytes,
                parallelism=parallelism,
                options=options,
                doc=doc or inspect.getdoc(class_),
            )
            return (RowAggregate if rows else VectorisedAggregate)(class_, made)

        return decorate if implementation is None else decorate(implementation)

    def by_row(self, implementation: Optional[type] = None, **settings: Any) -> Any:
        """``aggregate(rows=True)``."""
        return self(implementation, rows=True, **settings)


def _values_field(declaration: Declaration) -> pa.Field:
    arguments = declaration.arguments
    if not arguments:
        return pa.field(ANYTHING, pa.list_(pa.bool_()))
    if len(arguments) == 1:
        return pa.field("values", pa.list_(arguments[0].with_name("item")))
    return pa.field("values", pa.list_(pa.field("item", pa.struct(arguments))))


def _one_group(columns: Sequence[pa.Array], type_: pa.ListType) -> pa.Array:
    if not columns:
        raise TypeError("An aggregate of no arguments needs a server to count its rows")
    values = columns[0] if len(columns) == 1 else pa.StructArray.from_arrays(columns, fields=list(type_.value_type))
    return pa.ListArray.from_arrays(pa.array([0, len(values)], pa.int32()), values).cast(type_)


aggregate = _Aggregate()
