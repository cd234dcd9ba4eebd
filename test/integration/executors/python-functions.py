"""Functions for the suite of engines: one that answers, one that fails, one that never answers."""

import time

from arbalest_udf import scalar


@scalar.by_row(volatility="immutable")
def add_one(x: int) -> int:
    return x + 1


@scalar.by_row(volatility="immutable")
def failing(x: int) -> int:
    raise ValueError("this row is bad")


@scalar.by_row(volatility="immutable")
def endless(x: int) -> int:
    while True:
        time.sleep(0.01)
