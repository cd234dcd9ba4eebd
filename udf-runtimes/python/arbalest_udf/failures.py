"""Failures of calls: whose fault, which row, and what a reader needs to find the place."""

from __future__ import annotations

import traceback
from typing import Optional

TRACEBACK_BYTES = 16 * 1024


class RowFailure(Exception):
    """A function raised for one row, whose position in what it was given is known. The cause is what it raised."""

    def __init__(self, row: int, cause: BaseException) -> None:
        super().__init__(row)
        self.row = row
        self.__cause__ = cause


class BadAnswer(Exception):
    """A function gave something else than it declares."""


class ProtocolError(Exception):
    """The caller sent what PROTOCOL.md does not allow."""


class NotFound(Exception):
    """There is no function of that name."""


class Stopped(BaseException):
    """The caller left, or the time for the stream is over: nobody waits for the rest. No function that catches what it raised may catch this."""


def root_cause(error: BaseException) -> BaseException:
    return error.__cause__ if isinstance(error, RowFailure) and error.__cause__ is not None else error


def message_of(error: BaseException) -> str:
    error = root_cause(error)
    text = str(error)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def traceback_of(error: BaseException) -> str:
    """The function's own part of the traceback, its end if it is too long."""
    error = root_cause(error)
    frames = error.__traceback__
    while frames is not None and frames.tb_next is not None and frames.tb_frame.f_globals.get("__package__") == __package__:
        frames = frames.tb_next
    text = "".join(traceback.format_exception(type(error), error, frames))
    encoded = text.encode("utf-8", "replace")
    return text if len(encoded) <= TRACEBACK_BYTES else "…" + encoded[3 - TRACEBACK_BYTES :].decode("utf-8", "ignore")


def row_of(error: BaseException) -> Optional[int]:
    return error.row if isinstance(error, RowFailure) else None


def class_of(error: BaseException) -> str:
    """``user`` or ``worker``, as in PROTOCOL.md: memory is the runtime's business, all else that a function raises its own."""
    if isinstance(error, ProtocolError):
        return "protocol"
    return "worker" if isinstance(root_cause(error), MemoryError) else "user"
