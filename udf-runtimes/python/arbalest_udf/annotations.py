"""From the annotations of a function to the Arrow types of its arguments."""

from __future__ import annotations

import datetime
import inspect
import types
import typing
import uuid
from typing import Any, Callable, Optional, Sequence, Union

import pyarrow as pa

from . import types as udf_types
from .types import TypeLike, as_field

_ARRAYS = {
    pa.BooleanArray: pa.bool_(),
    pa.Int8Array: pa.int8(),
    pa.Int16Array: pa.int16(),
    pa.Int32Array: pa.int32(),
    pa.Int64Array: pa.int64(),
    pa.UInt8Array: pa.uint8(),
    pa.UInt16Array: pa.uint16(),
    pa.UInt32Array: pa.uint32(),
    pa.UInt64Array: pa.uint64(),
    pa.FloatArray: pa.float32(),
    pa.DoubleArray: pa.float64(),
    pa.StringArray: pa.string(),
    pa.LargeStringArray: pa.large_string(),
    pa.BinaryArray: pa.binary(),
    pa.LargeBinaryArray: pa.large_binary(),
    pa.Date32Array: pa.date32(),
    pa.MonthDayNanoIntervalArray: pa.month_day_nano_interval(),
}

_VALUES: dict[Any, TypeLike] = {
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    str: pa.string(),
    bytes: pa.binary(),
    uuid.UUID: udf_types.uuid(),
    datetime.datetime: pa.timestamp("us"),
    datetime.date: pa.date32(),
    datetime.time: pa.time64("us"),
}

_UNIONS = (Union, getattr(types, "UnionType", Union))


def hints(function: Callable[..., Any]) -> dict[str, Any]:
    """The annotations as objects. One that cannot be evaluated is an error that names the function."""
    try:
        return typing.get_type_hints(function, include_extras=True)
    except NameError as error:
        raise TypeError(f"An annotation of {function.__qualname__} cannot be read: {error}") from error


def argument_fields(function: Callable[..., Any], declared: Optional[Sequence[TypeLike]], skip: int = 0) -> list[pa.Field]:
    """
    The columns that a function takes: ``declared`` if given, else from the annotations of its positional parameters, of which
    the first ``skip`` (``self``, states, group ids) are none.
    """
    parameters = list(inspect.signature(function).parameters.values())[skip:]
    variadic = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    names = [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    if declared is None:
        if variadic:
            raise TypeError(f"{function.__qualname__} takes any number of arguments: list their types in args=[…]")
        annotated = hints(function)
        declared = [_declared(function, name, annotated) for name in names]
    elif not variadic and len(names) != len(declared):
        raise TypeError(f"{function.__qualname__} takes {len(names)} arguments, but args lists {len(declared)}")
    names += [f"arg{i + 1}" for i in range(len(names), len(declared))]
    return [as_field(_type_of(type_) or type_, name) for type_, name in zip(declared, names)]


def takes_none(function: Callable[..., Any]) -> bool:
    """Whether an annotation says that an argument may be None: then the function wants to see NULLs."""
    return any(_is_optional(hint) for name, hint in hints(function).items() if name != "return")


def result_type(function: Callable[..., Any], declared: Optional[TypeLike]) -> TypeLike:
    """What a scalar returns: ``declared``, else the annotation."""
    hint = hints(function).get("return") if declared is None else declared
    found = _type_of(hint)
    if found is None:
        raise TypeError(f"{function.__qualname__} needs the type that it returns: returns=pa.…()")
    return found


def _declared(function: Callable[..., Any], name: str, annotated: dict[str, Any]) -> TypeLike:
    found = _type_of(annotated.get(name))
    if found is None:
        raise TypeError(
            f"The type of argument {name!r} of {function.__qualname__} is not clear from {annotated.get(name)!r}: "
            "annotate it with Annotated[…, pa.…()] or list the types in args=[…]"
        )
    return found


def _type_of(hint: Any) -> Optional[TypeLike]:
    if isinstance(hint, (pa.DataType, pa.Field)):
        return hint
    origin, parameters = typing.get_origin(hint), typing.get_args(hint)
    if hasattr(hint, "__metadata__"):
        return next((m for m in hint.__metadata__ if isinstance(m, (pa.DataType, pa.Field))), None)
    if origin in _UNIONS:
        rest = [p for p in parameters if p is not type(None)]
        return _type_of(rest[0]) if len(rest) == 1 else None
    if origin is list and len(parameters) == 1:
        element = _type_of(parameters[0])
        return None if element is None else pa.list_(as_field(element, "item"))
    if origin is dict:
        return _map_of(*parameters)
    return _ARRAYS.get(hint) or _VALUES.get(hint) if isinstance(hint, type) else None


def _map_of(key: Any, value: Any) -> Optional[TypeLike]:
    keys, values = _type_of(key), _type_of(value)
    if keys is None or values is None:
        return None
    return pa.map_(as_field(keys, "key").with_nullable(False), as_field(values, "value"))


def _is_optional(hint: Any) -> bool:
    if hasattr(hint, "__metadata__"):
        hint = hint.__origin__
    return typing.get_origin(hint) in _UNIONS and type(None) in typing.get_args(hint)
