"""The first frame of a stream: which functions are called, over which columns, for whom."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Mapping, Optional

from .describe import PROTOCOL
from .failures import ProtocolError


@dataclass(frozen=True)
class Call:
    function: str
    operation: str
    #: Positions in the input.
    arguments: tuple[int, ...]
    options: Mapping[str, str]


@dataclass(frozen=True)
class SharedFiles:
    input: str
    input_bytes: int
    output: str
    output_bytes: int


@dataclass(frozen=True)
class Command:
    calls: tuple[Call, ...]
    query: Optional[str]
    user: Optional[str]
    #: ``errors: "rows"``: a row that fails does not fail its batch.
    rows_may_fail: bool
    #: Milliseconds for the whole stream; 0 = no limit.
    timeout: int
    shared_memory: Optional[SharedFiles]


def read_command(text: bytes) -> Command:
    try:
        return _command(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProtocolError(f"The command of the stream cannot be read: {type(error).__name__}: {error}") from error


def _command(value: Any) -> Command:
    if value.get("protocol") != PROTOCOL:
        raise ProtocolError(f"The stream speaks protocol {value.get('protocol')}; the one agreed on is {PROTOCOL}")
    calls = tuple(_call(call) for call in value.get("calls", []))
    if not calls:
        raise ProtocolError("The stream calls no function")
    errors = value.get("errors", "fail")
    if errors not in ("fail", "rows"):
        raise ProtocolError(f"errors is {errors!r}; it must be fail or rows")
    files = value.get("sharedMemory")
    return Command(
        calls, value.get("query"), value.get("user"), errors == "rows", int(value.get("timeoutMs", 0)), None if files is None else _files(files)
    )


def _call(value: Any) -> Call:
    arguments = tuple(int(position) for position in value.get("arguments", []))
    return Call(str(value["function"]), str(value.get("operation", "scalar")), arguments, dict(value.get("options") or {}))


def _files(value: Any) -> SharedFiles:
    return SharedFiles(_file_name(value["input"]), int(value["inputBytes"]), _file_name(value["output"]), int(value["outputBytes"]))


def _file_name(name: str) -> str:
    if not name or "/" in name or name in (".", ".."):
        raise ProtocolError(f"{name!r} is no name of a file in a shared folder")
    return name
