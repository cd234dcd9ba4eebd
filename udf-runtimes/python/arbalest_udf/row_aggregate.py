"""Aggregates by row, whose state is a Python object for each group."""

from __future__ import annotations

import json
from typing import Any, Callable, Iterable

import pyarrow as pa

from .aggregate_function import AggregateFunction, Work
from .declaration import Declaration
from .failures import RowFailure
from .groups import Groups
from .operation import Stop
from .values import Values


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
