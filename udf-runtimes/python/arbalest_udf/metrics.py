"""What calls have cost since the start."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass
from typing import Iterable


@dataclass
class FunctionCost:
    name: str
    batches: int = 0
    rows: int = 0
    failedRows: int = 0
    cpuMicros: int = 0


class Metrics:
    def __init__(self, names: Iterable[str]) -> None:
        self._lock = threading.Lock()
        self._costs = {name: FunctionCost(name) for name in names}

    def count(self, name: str, rows: int, failed_rows: int, cpu_micros: int) -> None:
        with self._lock:
            cost = self._costs[name]
            cost.batches += 1
            cost.rows += rows
            cost.failedRows += failed_rows
            cost.cpuMicros += cpu_micros

    def snapshot(self) -> list[dict[str, object]]:
        with self._lock:
            return [asdict(cost) for cost in self._costs.values()]
