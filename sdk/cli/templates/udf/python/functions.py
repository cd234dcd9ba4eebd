"""The functions of this image. A row with a NULL argument is not for them: its value is NULL."""

from __future__ import annotations

from typing import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from arbalest_udf import aggregate, scalar, table


@scalar(returns=pa.int64(), volatility="immutable")
def double_plus(x: pa.Int64Array, y: pa.Int64Array) -> pa.Array:
    """x * 2 + y. Vectorised: whole columns in, a whole column out."""
    return pc.add(pc.multiply(x, 2), y)


@scalar.by_row(volatility="immutable")
def greet(name: str) -> str:
    """Greets by name. By row: Python values in, a Python value out."""
    return f"Hello, {name}!"


@table.by_row(returns=[("word", pa.string()), ("position", pa.int32())], volatility="immutable")
def words(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text, from position 1: any number of rows for each row."""
    for position, word in enumerate(text.split(), 1):
        yield word, position


@aggregate(returns=pa.float64(), volatility="immutable")
class harmonic_mean:
    """The harmonic mean; NULL for no rows. A state is the sum of reciprocals and how many there are."""

    def init(self, groups: int) -> np.ndarray:
        return np.zeros((groups, 2))

    def update(self, states: np.ndarray, group_ids: pa.Int64Array, value: pa.DoubleArray) -> None:
        states[:, 0] += np.bincount(group_ids, np.reciprocal(value), len(states))
        states[:, 1] += np.bincount(group_ids, minlength=len(states))

    def merge(self, states: np.ndarray, group_ids: pa.Int64Array, others: np.ndarray) -> None:
        np.add.at(states, np.asarray(group_ids), others)

    def finish(self, states: np.ndarray) -> pa.Array:
        sums, counts = states.T
        return pa.array(counts / np.where(counts == 0, 1, sums), mask=counts == 0)
