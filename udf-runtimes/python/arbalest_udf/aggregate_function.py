"""What aggregate functions share: their operations, and the steps of a batch of groups."""

from __future__ import annotations

from typing import Any, Optional, Sequence

import pyarrow as pa

from .declaration import Declaration
from .groups import Groups, group_states, group_values
from .operation import Operation, Stop
from .types import as_array

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
