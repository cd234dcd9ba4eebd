"""The functions that a server offers, by name."""

from __future__ import annotations

from types import ModuleType
from typing import Any, Iterable, Union

from .aggregate_function import AggregateFunction
from .scalar import ScalarFunction
from .table import TableFunction

Function = Union[ScalarFunction, TableFunction, AggregateFunction]
FUNCTIONS = (ScalarFunction, TableFunction, AggregateFunction)


def functions_of(source: Any) -> dict[str, Function]:
    """
    The functions in a module (all that stand in its names), in a list, or the one that is given.

    :raises ValueError: two share a name, or there is none
    """
    found: dict[str, Function] = {}
    for function in _candidates(source):
        name = function.declaration.name
        if found.setdefault(name, function) is not function:
            raise ValueError(f"Two functions are called {name!r}: give one another name with name=…")
    if not found:
        raise ValueError(f"There is no function in {source!r}: decorate one with scalar, table or aggregate")
    return found


def _candidates(source: Any) -> Iterable[Function]:
    if isinstance(source, FUNCTIONS):
        return [source]
    if isinstance(source, ModuleType):
        return [value for value in vars(source).values() if isinstance(value, FUNCTIONS)]
    return [value for item in source for value in _candidates(item)]
