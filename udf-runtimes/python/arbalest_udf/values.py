"""Python values for one row at a time: from columns to values and back.

Most types are what ``to_pylist`` and ``pa.array`` make of them. The rest: hugeint is ``int``, uuid is ``uuid.UUID``, maps are ``dict``, intervals are
``pa.MonthDayNano``, and timestamps of nanoseconds are ``int`` (nanoseconds since 1970), because ``datetime`` ends at microseconds.
"""

from __future__ import annotations

import decimal
import uuid
from typing import Any, Callable, Iterable, Optional

import pyarrow as pa

from .failures import BadAnswer, RowFailure
from .types import extension_name, rebuild

Convert = Callable[[Any], Any]


class Unreadable:
    """Stands for a value that Python cannot hold, such as a date after the year 9999."""

    __slots__ = ("error",)

    def __init__(self, error: Exception) -> None:
        self.error = error


class Values:
    """Reads and writes columns of one field."""

    def __init__(self, field: pa.Field) -> None:
        self._field = field
        self._type = _python_type(field.type)
        self._read = _reader(field)
        self._write = _writer(field)

    def read(self, column: pa.Array) -> list[Any]:
        """A value that Python cannot hold raises :class:`RowFailure`."""
        try:
            return self._read_all(column)
        except (ValueError, OverflowError, pa.ArrowException):
            values = self.read_each(column)
        for row, value in enumerate(values):
            raise_unreadable(row, [value])
        return values

    def read_each(self, column: pa.Array) -> list[Any]:
        """As ``read``, but an :class:`Unreadable` stands for a value that Python cannot hold."""
        try:
            return self._read_all(column)
        except (ValueError, OverflowError, pa.ArrowException):
            return [self._value(scalar) for scalar in self._prepared(column)]

    def _read_all(self, column: pa.Array) -> list[Any]:
        values: list[Any] = self._prepared(column).to_pylist()
        read = self._read
        return values if read is None else [None if v is None else read(v) for v in values]

    def _prepared(self, column: pa.Array) -> pa.Array:
        return column if self._type == self._field.type else column.cast(self._type)

    def _value(self, scalar: pa.Scalar) -> Any:
        try:
            return _apply(self._read, scalar.as_py())
        except (ValueError, OverflowError, pa.ArrowException) as error:
            return Unreadable(error)

    def write(self, values: list[Any]) -> pa.Array:
        """A value that is not of the type raises :class:`RowFailure`."""
        try:
            return self._array(values)
        except (ValueError, TypeError, OverflowError, AttributeError, pa.ArrowException) as error:
            for row, value in enumerate(values):
                self._check(row, value)
            raise BadAnswer(f"{self._field.type}: {error}") from error

    def _check(self, row: int, value: Any) -> None:
        try:
            self._array([value])
        except (ValueError, TypeError, OverflowError, AttributeError, pa.ArrowException) as error:
            wrong = BadAnswer(f"{value!r} is no {extension_name(self._field) or self._field.type}: {error}")
            raise RowFailure(row, wrong) from error

    def _array(self, values: list[Any]) -> pa.Array:
        write = self._write
        if write is not None:
            values = [None if v is None else write(v) for v in values]
        array = pa.array(values, type=self._type)
        return array if self._type == self._field.type else array.cast(self._field.type)


def raise_unreadable(row: int, values: Iterable[Any]) -> None:
    for value in values:
        if isinstance(value, Unreadable):
            raise RowFailure(row, value.error)


def _is_nanoseconds(type_: pa.DataType) -> bool:
    return bool(pa.types.is_timestamp(type_)) and type_.unit == "ns"


def _python_type(type_: pa.DataType) -> pa.DataType:
    """The type in which values are read and written: nanoseconds as integers, also inside of other types."""
    if _is_nanoseconds(type_):
        return pa.int64()
    return rebuild(type_, lambda child: child.with_type(_python_type(child.type))) if type_.num_fields else type_


def _reader(field: pa.Field) -> Optional[Convert]:
    name = extension_name(field)
    if name == "arbalest.hugeint":
        return int
    if name == "arbalest.uuid":
        return uuid.UUID
    return _nested(field.type, _reader, _read_map)


def _writer(field: pa.Field) -> Optional[Convert]:
    name = extension_name(field)
    if name == "arbalest.hugeint":
        return decimal.Decimal
    if name == "arbalest.uuid":
        return _uuid_text
    return _nested(field.type, _writer, _write_map)


def _uuid_text(value: Any) -> str:
    return str(value if isinstance(value, uuid.UUID) else uuid.UUID(value))


def _nested(type_: pa.DataType, child: Callable[[pa.Field], Optional[Convert]], map_: Callable[..., Convert]) -> Optional[Convert]:
    if pa.types.is_map(type_):
        return map_(child(type_.key_field), child(type_.item_field))
    if pa.types.is_struct(type_):
        return _struct({type_.field(i).name: child(type_.field(i)) for i in range(type_.num_fields)})
    if type_.num_fields == 1:
        element = child(type_.field(0))
        return None if element is None else lambda values: [_apply(element, v) for v in values]
    return None


def _apply(convert: Optional[Convert], value: Any) -> Any:
    return value if convert is None or value is None else convert(value)


def _read_map(key: Optional[Convert], value: Optional[Convert]) -> Convert:
    return lambda entries: {_apply(key, k): _apply(value, v) for k, v in entries}


def _write_map(key: Optional[Convert], value: Optional[Convert]) -> Convert:
    return lambda entries: [(_apply(key, k), _apply(value, v)) for k, v in entries.items()]


def _struct(children: dict[str, Optional[Convert]]) -> Optional[Convert]:
    if not any(children.values()):
        return None
    return lambda row: {name: _apply(children.get(name), value) for name, value in row.items()}
