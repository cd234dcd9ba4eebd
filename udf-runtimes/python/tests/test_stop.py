"""SIGTERM, whichever thread and process it meets."""

import ctypes
import os
import signal
import time

import pyarrow as pa
import pytest

from client import Server

libc = ctypes.CDLL(None, use_errno=True)


def other_threads(process: int) -> list[int]:
    return [thread for thread in map(int, os.listdir(f"/proc/{process}/task")) if thread != process]


def wait_for_main_thread(process: int) -> None:
    """Until it sleeps in the wait for a signal, as a server does that has started."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with open(f"/proc/{process}/task/{process}/stat") as stat:
            if stat.read().rpartition(")")[2].split()[0] == "S":
                return
        time.sleep(0.01)
    raise AssertionError("The main thread did not come to rest")


@pytest.mark.skipif(not hasattr(libc, "tgkill"), reason="only Linux can send a signal to a thread of another process")
def test_stops_when_a_thread_of_grpc_takes_the_signal(folder):
    server = Server(folder, "conformance.functions:FUNCTIONS")
    assert server.scalar("upper", pa.array(["a"])).values == ["A"]
    wait_for_main_thread(server.process.pid)
    thread = other_threads(server.process.pid)[-1]
    assert libc.tgkill(server.process.pid, thread, signal.SIGTERM) == 0, os.strerror(ctypes.get_errno())
    printed, _ = server.process.communicate(timeout=45)
    assert server.process.returncode == 0 and "shut down" in printed


def test_goes_on_when_a_process_that_it_forked_is_stopped(folder):
    server = Server(folder, "forking_functions")
    assert server.scalar("stop_child", pa.array([1])).values == [-signal.SIGTERM]
    assert server.scalar("stop_child", pa.array([1])).values == [-signal.SIGTERM]
    assert server.stop()[0] == 0
