"""Aggregates over whole columns, whose states are those of all groups of a batch at once."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from .aggregate_function import AggregateFunction, Work
from .failures import BadAnswer
from .groups import Groups
from .operation import Stop
from .types import as_array


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
