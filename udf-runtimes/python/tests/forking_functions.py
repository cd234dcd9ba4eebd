"""A function that ends a process that it forked, as pools of processes do."""

import os
import signal
import time

from arbalest_udf import scalar


@scalar.by_row
def stop_child(seconds: int) -> int:
    """By which signal the child ended, negative as in ``subprocess``."""
    child = os.fork()
    if child == 0:
        try:
            time.sleep(20)
        finally:
            os._exit(3)
    time.sleep(0.1)
    os.kill(child, signal.SIGTERM)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
