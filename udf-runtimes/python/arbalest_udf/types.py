"""The types that cross: Arrow's own, and SQL types that travel under an extension name.

A column is described by a ``pyarrow.Field``; the extension stands in its metadata, and arrays always have the storage type.
"""

from __future__ import annotations

import json as _json
from typing import Any, Callable, Iterable, Union

import pyarrow as pa

EXTENSION_NAME = b"ARROW:extension:name"
EXTENSION_METADATA = b"ARROW:extension:metadata"

#: What stands for a type in a declaration: an Arrow type, or a field that carries an extension name in its metadata.
TypeLike = Union[pa.DataType, pa.Field]


def logical(storage: pa.DataType, name: str, metadata: str | None = None) -> pa.Field:
    """A type that travels as ``storage`` under an extension name."""
    entries = {EXTENSION_NAME: name.encode()}
    if metadata is not None:
        entries[EXTENSION_METADATA] = metadata.encode()
    return pa.field("", storage, metadata=entries)


def hugeint() -> pa.Field:
    """HUGEINT: arrays of ``decimal128(38, 0)``; ``int`` by row."""
    return logical(pa.decimal128(38, 0), "arbalest.hugeint")


def json() -> pa.Field:
    """JSON: arrays of its text; ``str`` by row."""
    return logical(pa.string(), "arrow.json")


def uuid() -> pa.Field:
    """UUID: arrays of its 36 characters, lower case; ``uuid.UUID`` by row."""
    return logical(pa.string(), "arbalest.uuid")


def enum(values: Iterable[str]) -> pa.Field:
    """ENUM of these values: arrays of text; ``str`` by row."""
    return logical(pa.string(), "arbalest.enum", _json.dumps(list(values), ensure_ascii=False))


def text(sql_name: str) -> pa.Field:
    """Any other SQL type that has a text, for example ``text("BIT")``: arrays of text."""
    return logical(pa.string(), "arbalest.text", sql_name)


def extension_name(field: pa.Field) -> str | None:
    name = (field.metadata or {}).get(EXTENSION_NAME)
    return None if name is None else name.decode()


def as_field(declared: TypeLike, name: str) -> pa.Field:
    """The column that a declaration means, under this name; refuses types that cannot cross."""
    if not isinstance(declared, (pa.DataType, pa.Field)):
        raise TypeError(f"The type of {name!r} must be a pyarrow type, not {declared!r}")
    field = declared if isinstance(declared, pa.Field) else pa.field(name, declared)
    if isinstance(field.type, getattr(pa, "JsonType", ())):
        field = json()
    field = pa.field(name, field.type, metadata=field.metadata)
    _check_crosses(field.type, name)
    return field


_SCALARS = frozenset(
    "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float double string large_string binary large_binary "
    "month_day_nano_interval".split()
) | {"date32[day]", "time64[us]"}


def _check_crosses(type_: pa.DataType, name: str) -> None:
    if isinstance(type_, pa.BaseExtensionType):
        raise TypeError(f"{type_} of {name!r} does not cross: declare arbalest_udf.types.json(), uuid(), hugeint() or enum(…) instead")
    if type_.num_fields and not pa.types.is_union(type_):
        for child in _children(type_):
            _check_crosses(child.type, f"{name}.{child.name}")
        return
    timestamp = pa.types.is_timestamp(type_) and type_.tz in (None, "UTC") and (type_.tz is None or type_.unit == "us")
    if not (timestamp or pa.types.is_decimal128(type_) or str(type_) in _SCALARS or pa.types.is_struct(type_)):
        raise TypeError(f"{type_} of {name!r} does not cross: see the table of types in PROTOCOL.md")


def _children(type_: pa.DataType) -> list[pa.Field]:
    if pa.types.is_map(type_):
        return [type_.key_field, type_.item_field]
    return [type_.field(i) for i in range(type_.num_fields)]


def same_type(left: pa.DataType, right: pa.DataType) -> bool:
    """Whether two types are one, whatever the element of a list and the entries of a map are called."""
    if left.id != right.id:
        return False
    if not left.num_fields:
        return bool(left == right)
    if left.num_fields != right.num_fields or (pa.types.is_fixed_size_list(left) and left.list_size != right.list_size):
        return False
    pairs = list(zip(_children(left), _children(right)))
    named = not pa.types.is_struct(left) or all(a.name == b.name for a, b in pairs)
    return named and all(same_type(a.type, b.type) for a, b in pairs)


def travel_type(type_: pa.DataType) -> pa.DataType:
    """The type that a declared one has on the wire: the large forms of text, bytes and lists are declarations only."""
    if pa.types.is_large_string(type_):
        return pa.string()
    if pa.types.is_large_binary(type_):
        return pa.binary()
    if not type_.num_fields:
        return type_
    return rebuild(type_, lambda field: field.with_type(travel_type(field.type)))


def rebuild(type_: pa.DataType, change: Callable[[pa.Field], pa.Field]) -> pa.DataType:
    """A nested type with other children. Large lists become lists."""
    if pa.types.is_map(type_):
        return pa.map_(change(type_.key_field), change(type_.item_field), keys_sorted=type_.keys_sorted)
    children = [change(child) for child in _children(type_)]
    if pa.types.is_fixed_size_list(type_):
        return pa.list_(children[0], type_.list_size)
    if pa.types.is_list(type_) or pa.types.is_large_list(type_):
        return pa.list_(children[0])
    return pa.struct(children)


def convert(array: pa.Array, type_: pa.DataType) -> pa.Array:
    """The array in exactly this type, without a copy where it has it already. A value that does not fit raises ``pa.ArrowInvalid``."""
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    if isinstance(array, pa.ExtensionArray):
        array = array.storage
    return array if array.type.equals(type_, check_metadata=bool(type_.num_fields)) else array.cast(type_)


def as_array(values: Any, type_: pa.DataType) -> pa.Array:
    """What a vectorised function returned, as an array of this type: Arrow arrays, numpy arrays and sequences."""
    if isinstance(values, (pa.Array, pa.ChunkedArray)):
        return convert(values, type_)
    return convert(pa.array(values, type=type_), type_)
