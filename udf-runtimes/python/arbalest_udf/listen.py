"""A server's life: hooks, listening, and an orderly end on SIGTERM."""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
from dataclasses import dataclass
from typing import Any, Mapping, Optional

from .activity import Activity
from .hooks import run_shutdown, run_startup
from .registry import functions_of

#: Seconds that calls have to end after SIGTERM.
GRACE = 10.0


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
    asked_to_stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: asked_to_stop.set())
    run_startup()
    activity = Activity()
    server, address = _listen(functions, settings, activity)
    print(f"listening on {address}", flush=True)
    asked_to_stop.wait()
    activity.drain()
    idle = activity.wait_until_idle(GRACE)
    run_shutdown()
    _exit(server, settings, orderly=idle and not activity.streams)


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
