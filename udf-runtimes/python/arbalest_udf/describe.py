"""The answer to ``arbalest.describe``."""

from __future__ import annotations

import base64
import json
from typing import Any, Iterable

import pyarrow as pa

from .declaration import Declaration
from .version import __version__

PROTOCOL = 1
#: For one stream: what a caller may have sent that is not answered to its end.
LIMITS = {"inFlightBatches": 8, "inFlightBytes": 64 * 1024 * 1024}


def describe(declarations: Iterable[Declaration], shared_memory: bool) -> bytes:
    answer = {
        "protocol": PROTOCOL,
        "runtime": {"name": "arbalest-udf-python", "version": __version__, "language": "python"},
        "transports": ["socket", "shared-memory"] if shared_memory else ["socket"],
        "limits": LIMITS,
        "functions": [describe_function(declaration) for declaration in declarations],
    }
    return json.dumps(answer).encode()


def describe_function(declaration: Declaration) -> dict[str, Any]:
    schema = pa.schema([*declaration.arguments, *declaration.results])
    answer: dict[str, Any] = {
        "name": declaration.name,
        "kind": declaration.kind,
        "schema": base64.b64encode(schema.serialize()).decode(),
        "arguments": len(declaration.arguments),
        "nulls": declaration.nulls,
        "volatility": declaration.volatility,
        "repeatable": declaration.repeatable,
        "parallelism": declaration.parallelism,
    }
    wishes = {
        "batchRows": declaration.batch_rows,
        "batchBytes": declaration.batch_bytes,
        "options": None if declaration.options is None else list(declaration.options),
        "doc": declaration.doc,
    }
    return answer | {name: value for name, value in wishes.items() if value is not None}
