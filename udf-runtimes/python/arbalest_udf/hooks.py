"""What runs once before the first call, and once after the last."""

from __future__ import annotations

from typing import Callable, TypeVar

Hook = TypeVar("Hook", bound=Callable[[], object])

_startup: list[Callable[[], object]] = []
_shutdown: list[Callable[[], object]] = []


def on_startup(hook: Hook) -> Hook:
    """Runs the hook before the server listens, in the order of registration: the place to load a model. If it raises, the server does not start."""
    _startup.append(hook)
    return hook


def on_shutdown(hook: Hook) -> Hook:
    """Runs the hook after the last call, in the opposite order. It must end soon: the process is killed a few seconds later."""
    _shutdown.append(hook)
    return hook


def run_startup() -> None:
    for hook in _startup:
        hook()


def run_shutdown() -> None:
    for hook in reversed(_shutdown):
        hook()
