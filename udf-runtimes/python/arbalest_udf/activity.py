"""Which streams run, and whether more may come."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import Iterator


class Activity:
    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._streams = 0
        self._batches = 0
        self._last_batch = time.monotonic()
        self.draining = False

    @property
    def streams(self) -> int:
        return self._streams

    @contextmanager
    def stream(self) -> Iterator[None]:
        with self._changed:
            self._streams += 1
        try:
            yield
        finally:
            with self._changed:
                self._streams -= 1
                self._changed.notify_all()

    @contextmanager
    def batch(self) -> Iterator[None]:
        with self._changed:
            self._batches += 1
        try:
            yield
        finally:
            with self._changed:
                self._batches -= 1
                self._last_batch = time.monotonic()

    def drain(self) -> None:
        self.draining = True

    def wait_until_idle(self, timeout: float, quiet: float = 0.5) -> bool:
        """
        Until all streams have ended, or those that are open have had no batch for ``quiet`` seconds: a caller that keeps a stream open for later
        has nothing to lose. False when that has not come about after ``timeout`` seconds.
        """
        begin = time.monotonic()
        with self._changed:
            while self._streams:
                now = time.monotonic()
                if not self._batches and now - max(self._last_batch, begin) >= quiet:
                    return True
                if now - begin >= timeout:
                    return False
                self._changed.wait(0.05)
        return True
