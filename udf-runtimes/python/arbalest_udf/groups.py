"""Groups travel as lists: what lies in them, flat, and of which group each value is."""

from __future__ import annotations

from typing import NamedTuple, Sequence

import pyarrow as pa

from .declaration import Declaration
from .nulls import valid_rows


class Groups(NamedTuple):
    number: int
    #: Of each value, from 0; int64, never going down.
    ids: pa.Array
    columns: Sequence[pa.Array]


def group_values(lists: pa.Array, declaration: Declaration) -> Groups:
    """The values of each group, a column for each argument; without the rows that have a NULL where NULLs propagate."""
    ids, values = _flat(lists)
    if not declaration.arguments:
        return Groups(len(lists), ids, [])
    columns = values.flatten() if len(declaration.arguments) > 1 else [values]
    return _without_nulls(len(lists), ids, columns) if declaration.nulls == "propagate" else Groups(len(lists), ids, columns)


def group_states(lists: pa.Array) -> Groups:
    """The states of each group, without NULLs."""
    ids, states = _flat(lists)
    return _without_nulls(len(lists), ids, [states])


def _without_nulls(count: int, ids: pa.Array, columns: Sequence[pa.Array]) -> Groups:
    valid = valid_rows(columns)
    return Groups(count, ids, columns) if valid is None else Groups(count, ids.take(valid.positions), valid.take_from(columns))


def _flat(lists: pa.Array) -> tuple[pa.Array, pa.Array]:
    import pyarrow.compute as pc

    if not lists.null_count:
        return pc.list_parent_indices(lists), lists.flatten()
    # A NULL list may have elements all the same, which are no rows.
    present = pc.indices_nonzero(lists.is_valid())
    there = lists.filter(lists.is_valid())
    return present.take(pc.list_parent_indices(there)).cast(pa.int64()), there.flatten()
