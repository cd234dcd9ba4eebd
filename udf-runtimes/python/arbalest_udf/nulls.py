"""Rows with a NULL argument are taken out before a function sees them, and put back as NULL after."""

from __future__ import annotations

from typing import Optional, Sequence

import pyarrow as pa


class ValidRows:
    """The rows of a batch in which no argument is NULL."""

    def __init__(self, valid: pa.BooleanArray) -> None:
        import pyarrow.compute as pc

        self._valid = valid
        #: Where each of them stands in the batch.
        self.positions: pa.Array = pc.indices_nonzero(valid)

    def take_from(self, columns: Sequence[pa.Array]) -> list[pa.Array]:
        return [column.filter(self._valid) for column in columns]

    def spread(self, values: pa.Array) -> pa.Array:
        """One value for each valid row, as a column of the whole batch."""
        import pyarrow.compute as pc

        if not len(values):
            return pa.nulls(len(self._valid), values.type)
        ranks = pc.subtract(pc.cumulative_sum(self._valid.cast(pa.int64())), 1)
        return values.take(pc.if_else(self._valid, ranks, None))


def valid_rows(columns: Sequence[pa.Array]) -> Optional[ValidRows]:
    """None when no argument is NULL anywhere: then nothing is copied."""
    masks = [column.is_valid() for column in columns if column.null_count]
    if not masks:
        return None
    import pyarrow.compute as pc

    valid = masks[0]
    for mask in masks[1:]:
        valid = pc.and_(valid, mask)
    return ValidRows(valid)
