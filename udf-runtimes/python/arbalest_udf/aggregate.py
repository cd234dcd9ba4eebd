"""Declaring aggregate functions: the values of a group to one value, by way of states that can be merged."""

from __future__ import annotations

import inspect
from typing import Any, Iterable, Optional, Sequence

from .aggregate_function import AggregateFunction
from .annotations import argument_fields
from .declaration import Nulls, Volatility, declare
from .row_aggregate import RowAggregate
from .types import TypeLike, as_field
from .vectorised_aggregate import VectorisedAggregate


class _Aggregate:
    """The decorator ``aggregate``, and ``aggregate.by_row``."""

    def __call__(
        self,
        implementation: Optional[type] = None,
        *,
        returns: TypeLike,
        args: Optional[Sequence[TypeLike]] = None,
        name: Optional[str] = None,
        nulls: Nulls = "propagate",
        volatility: Volatility = "volatile",
        repeatable: Optional[bool] = None,
        batch_rows: Optional[int] = None,
        batch_bytes: Optional[int] = None,
        parallelism: int = 1,
        options: Optional[Iterable[str]] = None,
        doc: Optional[str] = None,
        rows: bool = False,
    ) -> Any:
        """
        Makes an aggregate of a class, of which each batch gets an instance. Its methods, over whole columns:

        - ``init(self, groups)``: the first states of so many groups, as one object: a numpy array with a row for each, a list, …
        - ``update(self, states, group_ids, *arrays)``: takes in rows; ``group_ids`` (``pa.Int64Array``) says of which group each is. Changes ``states`` or
          returns new ones
        - ``merge(self, states, group_ids, others)``: takes in other states, as ``decode`` gave them
        - ``finish(self, states)``: a value for each group
        - ``encode(self, states)``: a ``pa.BinaryArray``; ``decode(self, array)``: the other way. Default: the bytes of numpy arrays of numbers

        By row (``rows=True`` or ``aggregate.by_row``) a state is one Python object:

        - ``init(self)``, ``update(self, state, *values)``, ``merge(self, state, other)`` (these two change the state, or return a new one), ``finish(self, state)``
        - ``encode(self, state)``: bytes; ``decode(self, data)``: the other way. Default: JSON

        :param nulls: ``propagate`` (default): rows with a NULL argument are left out of their group; ``call``: they are values as others

        The types of the arguments come from the annotations of ``update``, or from ``args``. The other settings are those of :data:`scalar`.
        """

        def decorate(class_: Any) -> AggregateFunction:
            made = declare(
                "aggregate",
                name or class_.__name__,
                argument_fields(class_.update, args, skip=2 if rows else 3),
                [as_field(returns, "result")],
                nulls=nulls,
                volatility=volatility,
                repeatable=repeatable,
                batch_rows=batch_rows,
                batch_bytes=batch_bytes,
                parallelism=parallelism,
                options=options,
                doc=doc or inspect.getdoc(class_),
            )
            return (RowAggregate if rows else VectorisedAggregate)(class_, made)

        return decorate if implementation is None else decorate(implementation)

    def by_row(self, implementation: Optional[type] = None, **settings: Any) -> Any:
        """``aggregate(rows=True)``."""
        return self(implementation, rows=True, **settings)


aggregate = _Aggregate()
