"""A server's life: hooks, listening, and an orderly end on SIGTERM."""

from __future__ import annotations

import os
import signal
import socket
import stat
import sys
from dataclasses import dataclass
from typing import Any, Mapping, Optional

from .activity import Activity
from .hooks import run_shutdown, run_startup
from .registry import functions_of

#: Seconds that calls have to end after SIGTERM.
GRACE = 10.0

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True)
class Settings:
    """Where to listen, and the folders of shared memory."""

    socket: Optional[str] = None
    address: str = "127.0.0.1:0"
    input_folder: Optional[str] = None
    output_folder: Optional[str] = None

    @staticmethod
    def of_environment(environment: Mapping[str, str] = os.environ) -> "Settings":
        return Settings(
            environment.get("ARBALEST_UDF_SOCKET") or None,
            environment.get("ARBALEST_UDF_ADDRESS") or "127.0.0.1:0",
            environment.get("ARBALEST_UDF_INPUT_DIR") or None,
            environment.get("ARBALEST_UDF_OUTPUT_DIR") or None,
        )


def serve(source: Any, settings: Optional[Settings] = None) -> None:
    """
    Serves the functions of a module or a list until SIGTERM or SIGINT. Only from the main thread.

    :param settings: default: as the environment variables ``ARBALEST_UDF_…`` say; without any, a free port of the loopback
    """
    settings = settings or Settings.of_environment()
    functions = functions_of(source)
    stop_signal = StopSignal()
    run_startup()
    activity = Activity()
    server, address = _listen(functions, settings, activity)
    print(f"listening on {address}", flush=True)
    stop_signal.wait()
    activity.drain()
    idle = activity.wait_until_idle(GRACE)
    run_shutdown()
    _exit(server, settings, orderly=idle and not activity.streams)


class StopSignal:
    """
    SIGTERM or SIGINT, whichever thread of the process the kernel hands it to. Python's own handlers run on the main thread once that runs Python
    again, and one that waits for a lock does not when another thread, one of gRPC's, took the signal; the byte written here wakes it.
    """

    def __init__(self) -> None:
        self._heard, self._woken = socket.socketpair()
        self._woken.setblocking(False)
        for number in STOP_SIGNALS:
            # Not SIG_DFL, which would end the process; the work is done by the byte.
            signal.signal(number, lambda *_: None)
        signal.set_wakeup_fd(self._woken.fileno(), warn_on_full_buffer=False)
        os.register_at_fork(after_in_child=_end_on_stop_signals)

    def wait(self) -> None:
        # Handlers of the user's module for other signals write their numbers too.
        while self._heard.recv(1)[0] not in STOP_SIGNALS:
            pass


def _end_on_stop_signals() -> None:
    """For processes that the user's functions fork: what stops one of them is not for the server, whose socket they share."""
    signal.set_wakeup_fd(-1)
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_DFL)


def _listen(functions: Mapping[str, Any], settings: Settings, activity: Activity) -> tuple[Any, str]:
    from .exchange import Folders
    from .server import FunctionServer

    folders = Folders(settings.input_folder, settings.output_folder)
    if settings.socket is None:
        host, _, port = settings.address.rpartition(":")
        server = FunctionServer(f"grpc://{host}:{int(port)}", functions, folders, activity)
        return server, f"{host}:{server.port}"
    _remove_stale(settings.socket)
    server = FunctionServer(f"grpc+unix://{settings.socket}", functions, folders, activity)
    # The caller may be another user; who may reach the socket is for its folder to say.
    os.chmod(settings.socket, 0o666)
    return server, f"unix:{settings.socket}"


def _remove_stale(path: str) -> None:
    try:
        if stat.S_ISSOCK(os.lstat(path).st_mode):
            os.unlink(path)
    except FileNotFoundError:
        pass


def _exit(server: Any, settings: Settings, orderly: bool) -> None:
    """Flight waits for streams that are open as long as they like; those that have had their time go down with the process."""
    if settings.socket is not None:
        _remove_stale(settings.socket)
    sys.stdout.flush()
    sys.stderr.flush()
    if not orderly:
        os._exit(0)
    server.shutdown()
