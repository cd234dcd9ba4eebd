"""The functions of udf-runtimes/conformance/FUNCTIONS.md, in Python: ``python -m arbalest_udf conformance.functions:FUNCTIONS``."""

from __future__ import annotations

import os
import time
from typing import Any, Iterator, Optional

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from arbalest_udf import aggregate, context, on_shutdown, on_startup, scalar, table, types

starts = 0


@on_startup
def count_start() -> None:
    global starts
    starts += 1


@on_shutdown
def say_goodbye() -> None:
    context.log("shut down")


@scalar(returns=pa.int64(), volatility="immutable", parallelism=4)
def add(a: pa.Int64Array, b: pa.Int64Array) -> pa.Array:
    """a + b, wrapping"""
    return pc.add(a, b)


@scalar.by_row(volatility="immutable")
def upper(text: str) -> str:
    """Upper case"""
    return text.upper()


@scalar(returns=pa.int32(), volatility="immutable")
def answer() -> int:
    """42"""
    return 42


@scalar(returns=pa.int32(), nulls="call", volatility="immutable")
def is_null(value: pa.Int32Array) -> pa.Array:
    return value.is_null().cast(pa.int32())


@scalar.by_row(returns=pa.int32(), args=[pa.int32()], volatility="immutable")
def fail_on(value: int) -> int:
    if value == 7:
        raise ValueError("bad value 7")
    return value


def has_seven(value: pa.Int32Array) -> bool:
    return bool(pc.any(pc.equal(value, 7)).as_py())


@scalar(returns=pa.int32(), volatility="immutable")
def fail_batch_on(value: pa.Int32Array) -> pa.Array:
    if has_seven(value):
        raise ValueError("bad batch")
    return value


@scalar(returns=pa.int32(), parallelism=8)
def sleep_ms(ms: pa.Int32Array) -> pa.Array:
    for each in ms:
        time.sleep(each.as_py() / 1000)
    return ms


@scalar.by_row(name="context", returns=pa.string(), volatility="stable")
def context_value(name: str) -> Optional[str]:
    known = {"query": context.query, "user": context.user}
    return known[name] if name in known else context.options.get(name)


@scalar(returns=pa.string())
def log_text(text: pa.StringArray) -> pa.Array:
    for each in text:
        context.log(each)
    return text


@scalar(returns=pa.int32(), volatility="immutable")
def started() -> int:
    return starts


@scalar(returns=pa.int64())
def process_id() -> int:
    return os.getpid()


@scalar(returns=pa.int32())
def crash_on(value: pa.Int32Array) -> pa.Array:
    if has_seven(value):
        os._exit(1)
    return value


@scalar.by_row(returns=pa.int32(), volatility="immutable")
def crash_once(path: str) -> int:
    if not os.path.exists(path):
        with open(path, "w"):
            os._exit(1)
    return 1


TYPES: dict[str, types.TypeLike] = {
    "boolean": pa.bool_(),
    "tinyint": pa.int8(),
    "smallint": pa.int16(),
    "integer": pa.int32(),
    "bigint": pa.int64(),
    "utinyint": pa.uint8(),
    "usmallint": pa.uint16(),
    "uinteger": pa.uint32(),
    "ubigint": pa.uint64(),
    "hugeint": types.hugeint(),
    "decimal": pa.decimal128(18, 3),
    "decimal38": pa.decimal128(38, 10),
    "float": pa.float32(),
    "double": pa.float64(),
    "varchar": pa.string(),
    "blob": pa.binary(),
    "json": types.json(),
    "uuid": types.uuid(),
    "enum": types.enum(["red", "green", "blue"]),
    "date": pa.date32(),
    "time": pa.time64("us"),
    "timestamp": pa.timestamp("us"),
    "timestamp_s": pa.timestamp("s"),
    "timestamp_ms": pa.timestamp("ms"),
    "timestamp_ns": pa.timestamp("ns"),
    "timestamptz": pa.timestamp("us", "UTC"),
    "interval": pa.month_day_nano_interval(),
    "list": pa.list_(pa.int32()),
    "texts": pa.list_(pa.string()),
    "array": pa.list_(pa.int32(), 3),
    "struct": pa.struct([("a", pa.int32()), ("b", pa.string())]),
    "map": pa.map_(pa.string(), pa.int32()),
    "structs": pa.list_(pa.struct([("a", pa.int32()), ("b", pa.string())])),
}


def echo(value: Any) -> Any:
    return value


def echoes(type_name: str, type_: types.TypeLike) -> list[Any]:
    settings: dict[str, Any] = {"returns": type_, "args": [type_], "volatility": "immutable"}
    return [scalar(echo, name=f"echo_{type_name}", **settings), scalar.by_row(echo, name=f"echo_row_{type_name}", **settings)]


@table(returns=[("part", pa.string()), ("position", pa.int32())], volatility="immutable")
def split(text: pa.StringArray, separator: pa.StringArray) -> Any:
    """The parts of a text, from position 1"""
    parts = pa.array([t.split(s) if s else [t] for t, s in zip(text.to_pylist(), separator.to_pylist())], pa.list_(pa.string()))
    lengths = np.diff(parts.offsets.to_numpy())
    positions = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths) + 1
    return pc.list_parent_indices(parts), [parts.flatten(), positions]


@table(returns=[("i", pa.int32())], volatility="immutable")
def series(n: pa.Int32Array) -> Iterator[Any]:
    """0 to n - 1"""
    piece = 1 << 20
    for row, count in enumerate(n.to_pylist()):
        for start in range(0, count, piece):
            values = np.arange(start, min(start + piece, count), dtype=np.int32)
            yield np.full(len(values), row), [values]


@table(batches=True, args=[("value", pa.int64())], returns=[("value", pa.int64()), ("batch", pa.int32())])
def number_rows(batches: Iterator[pa.RecordBatch]) -> Iterator[Any]:
    """Each value with the number of its batch"""
    for number, batch in enumerate(batches):
        yield np.arange(batch.num_rows), [batch.column("value"), pa.repeat(number, batch.num_rows)]


@table.by_row(args=[pa.int32()], returns=[("value", pa.int32())], volatility="immutable")
def fail_rows(value: int) -> Iterator[int]:
    if value == 7:
        raise ValueError("bad value 7")
    yield value


@aggregate(returns=pa.float64(), volatility="immutable")
class sum_squares:
    def init(self, groups: int) -> np.ndarray:
        return np.zeros(groups)

    def update(self, states: np.ndarray, group_ids: pa.Int64Array, value: pa.DoubleArray) -> None:
        states += np.bincount(group_ids, np.square(value), len(states))

    def merge(self, states: np.ndarray, group_ids: pa.Int64Array, others: np.ndarray) -> None:
        states += np.bincount(group_ids, others, len(states))

    def finish(self, states: np.ndarray) -> np.ndarray:
        return states


@aggregate(returns=pa.float64(), volatility="immutable")
class weighted_average:
    """States are two columns: the weighted sum, and the sum of weights"""

    def init(self, groups: int) -> np.ndarray:
        return np.zeros((groups, 2))

    def update(self, states: np.ndarray, group_ids: pa.Int64Array, value: pa.DoubleArray, weight: pa.DoubleArray) -> None:
        self.merge(states, group_ids, np.column_stack([np.multiply(value, weight), weight]))

    def merge(self, states: np.ndarray, group_ids: pa.Int64Array, others: np.ndarray) -> None:
        for column in range(2):
            states[:, column] += np.bincount(group_ids, others[:, column], len(states))

    def finish(self, states: np.ndarray) -> pa.Array:
        weights = pa.array(states[:, 1], mask=states[:, 1] == 0)
        return pc.divide(states[:, 0].copy(), weights)


@aggregate.by_row(returns=pa.string(), volatility="immutable")
class join_sorted:
    def init(self) -> Any:
        return set()

    def update(self, state: set, text: str) -> None:
        state.add(text)

    def merge(self, state: set, other: set) -> None:
        state |= other

    def finish(self, state: set) -> Optional[str]:
        return ",".join(sorted(state, key=str.encode)) if state else None

    def encode(self, state: set) -> bytes:
        import json

        return json.dumps(sorted(state)).encode()

    def decode(self, data: bytes) -> set:
        import json

        return set(json.loads(data))


@aggregate(returns=pa.int64(), volatility="immutable")
class count_rows:
    def init(self, groups: int) -> np.ndarray:
        return np.zeros(groups, np.int64)

    def update(self, states: np.ndarray, group_ids: pa.Int64Array) -> None:
        states += np.bincount(group_ids, minlength=len(states))

    def merge(self, states: np.ndarray, group_ids: pa.Int64Array, others: np.ndarray) -> None:
        np.add.at(states, np.asarray(group_ids), others)

    def finish(self, states: np.ndarray) -> np.ndarray:
        return states


@aggregate.by_row(returns=pa.int64(), args=[pa.int32()], volatility="immutable")
class fail_sum:
    def init(self) -> int:
        return 0

    def update(self, state: int, value: int) -> int:
        if value == 7:
            raise ValueError("bad value 7")
        return state + value

    def merge(self, state: int, other: int) -> int:
        return state + other

    def finish(self, state: int) -> int:
        return state


FUNCTIONS = [
    *[upper, add, answer, is_null, fail_on, fail_batch_on, sleep_ms, context_value, log_text, started, process_id, crash_on, crash_once],
    *[function for type_name, type_ in TYPES.items() for function in echoes(type_name, type_)],
    *[split, series, number_rows, fail_rows],
    *[sum_squares, weighted_average, join_sorted, count_rows, fail_sum],
]
