"""What a function may ask about the call that it runs in."""

from __future__ import annotations

import time
from contextvars import ContextVar, Token
from dataclasses import dataclass, field
from typing import Mapping, Optional


@dataclass(frozen=True)
class CallContext:
    """The facts of one call of one batch. Tests make their own: ``with CallContext(user="ada").active(): …``."""

    query: Optional[str] = None
    user: Optional[str] = None
    options: Mapping[str, str] = field(default_factory=dict)
    #: On the clock of ``time.monotonic()``; None = no limit.
    deadline: Optional[float] = None
    #: Rows in the batch as the function sees it.
    rows: int = 0
    function: str = ""

    def active(self) -> "_Active":
        return _Active(self)


class _Active:
    __slots__ = ("_context", "_token")
    _token: Token[CallContext]

    def __init__(self, context: CallContext) -> None:
        self._context = context

    def __enter__(self) -> CallContext:
        self._token = _current.set(self._context)
        return self._context

    def __exit__(self, *_: object) -> None:
        _current.reset(self._token)


_current: ContextVar[CallContext] = ContextVar("arbalest_udf_call", default=CallContext())


class Context:
    """Always the call that the thread is in; outside of calls everything is absent."""

    @property
    def query(self) -> Optional[str]:
        """Id of the query."""
        return _current.get().query

    @property
    def user(self) -> Optional[str]:
        """Who asked."""
        return _current.get().user

    @property
    def options(self) -> Mapping[str, str]:
        """Options of the function, from CREATE FUNCTION; names in lower case."""
        return _current.get().options

    @property
    def deadline(self) -> Optional[float]:
        """When the answer must be there, on the clock of ``time.monotonic()``; None = no limit."""
        return _current.get().deadline

    @property
    def rows(self) -> int:
        """Rows in this batch: what a vectorised function without arguments needs to know."""
        return _current.get().rows

    def remaining(self) -> Optional[float]:
        """Seconds to the deadline, never below zero; None = no limit."""
        deadline = _current.get().deadline
        return None if deadline is None else max(0.0, deadline - time.monotonic())

    def log(self, message: object) -> None:
        """Writes a line to the query's log, at once."""
        print(message, flush=True)


context = Context()


def set_current(call: CallContext) -> None:
    """For the rest of this thread's work, until the next one."""
    _current.set(call)
