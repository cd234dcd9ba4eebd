"""What a function says of itself, in one frozen record for all kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Literal, Optional, Sequence

import pyarrow as pa

Kind = Literal["scalar", "table", "aggregate"]
Nulls = Literal["propagate", "call"]
Volatility = Literal["immutable", "stable", "volatile"]


@dataclass(frozen=True)
class Declaration:
    name: str
    kind: Kind
    arguments: tuple[pa.Field, ...]
    results: tuple[pa.Field, ...]
    nulls: Nulls
    volatility: Volatility
    repeatable: bool
    batch_rows: Optional[int]
    batch_bytes: Optional[int]
    parallelism: int
    options: Optional[tuple[str, ...]]
    doc: Optional[str]

    @property
    def propagates(self) -> bool:
        return self.nulls == "propagate" and bool(self.arguments)


def declare(
    kind: Kind,
    name: str,
    arguments: Sequence[pa.Field],
    results: Sequence[pa.Field],
    *,
    nulls: Nulls,
    volatility: Volatility,
    repeatable: Optional[bool],
    batch_rows: Optional[int],
    batch_bytes: Optional[int],
    parallelism: int,
    options: Optional[Iterable[str]],
    doc: Optional[str],
) -> Declaration:
    """Checks what was declared and fills in what follows from it."""
    _one_of(name, "nulls", nulls, ("propagate", "call"))
    _one_of(name, "volatility", volatility, ("immutable", "stable", "volatile"))
    for setting, value in (("parallelism", parallelism), ("batch_rows", batch_rows), ("batch_bytes", batch_bytes)):
        if value is not None and (not isinstance(value, int) or value < 1):
            raise ValueError(f"{setting} of {name} must be a positive integer, not {value!r}")
    if repeatable is None:
        repeatable = volatility != "volatile"
    listed = None if options is None else tuple(options)
    return Declaration(
        name, kind, tuple(arguments), tuple(results), nulls, volatility, repeatable, batch_rows, batch_bytes, parallelism, listed, doc
    )


def _one_of(name: str, setting: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ValueError(f"{setting} of {name} must be one of {', '.join(allowed)}, not {value!r}")
