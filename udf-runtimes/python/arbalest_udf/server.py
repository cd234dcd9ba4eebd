"""The Flight server: what clients may ask, and who answers."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import Any, Iterator, Mapping

import pyarrow as pa
import pyarrow.flight as flight

from . import dialect_a
from .activity import Activity
from .describe import PROTOCOL, describe
from .exchange import Exchange, Folders, failed_precondition, find_function
from .failures import NotFound, ProtocolError, Stopped
from .metrics import Metrics
from .registry import Function

ACTIONS = [
    ("protocol_version", "Version of the protocol of arrow-udf, one byte"),
    ("arbalest.describe", "The functions, with their types and what they like"),
    ("arbalest.health", "Whether it takes calls, and how many run"),
    ("arbalest.drain", "From now on takes no calls"),
    ("arbalest.metrics", "What calls have cost since the start"),
]


class FunctionServer(flight.FlightServerBase):  # type: ignore[misc]
    """Listens from construction on."""

    def __init__(self, location: str, functions: Mapping[str, Function], folders: Folders, activity: Activity) -> None:
        self._functions = functions
        self._folders = folders
        self._activity = activity
        self._metrics = Metrics(functions)
        self._exchange = Exchange(functions, folders, self._metrics, activity)
        _read_json_as_text()
        super().__init__(location)

    def list_actions(self, context: flight.ServerCallContext) -> list[flight.ActionType]:
        return [flight.ActionType(name, text) for name, text in ACTIONS]

    def do_action(self, context: flight.ServerCallContext, action: flight.Action) -> Iterator[bytes]:
        body = action.body.to_pybytes() if action.body is not None else b""
        return iter([self._act(action.type, body)])

    def _act(self, name: str, body: bytes) -> bytes:
        if name == "protocol_version":
            return dialect_a.VERSION
        if name == "arbalest.describe":
            return self._describe(json.loads(body or b"{}"))
        if name == "arbalest.drain":
            self._activity.drain()
        if name in ("arbalest.health", "arbalest.drain"):
            status = "draining" if self._activity.draining else "ready"
            return json.dumps({"status": status, "calls": self._activity.streams}).encode()
        if name == "arbalest.metrics":
            return json.dumps({"functions": self._metrics.snapshot()}).encode()
        raise NotImplementedError(f"There is no action {name!r}")

    def _describe(self, request: Any) -> bytes:
        wanted = request.get("protocol", {})
        lowest, highest = wanted.get("min", PROTOCOL), wanted.get("max", PROTOCOL)
        if not lowest <= PROTOCOL <= highest:
            raise failed_precondition(f"The caller speaks protocols {lowest} to {highest}, the server {PROTOCOL} to {PROTOCOL}")
        shared = self._folders.input is not None and self._folders.output is not None
        return describe([f.declaration for f in self._functions.values()], shared)

    def get_flight_info(self, context: flight.ServerCallContext, descriptor: flight.FlightDescriptor) -> flight.FlightInfo:
        with _statuses():
            return dialect_a.flight_info(self._by_path(descriptor), descriptor)

    def list_flights(self, context: flight.ServerCallContext, criteria: bytes) -> Iterator[flight.FlightInfo]:
        for name, function in self._functions.items():
            callable_ = dialect_a.foreign(function)
            if callable_ is not None:
                yield dialect_a.flight_info(callable_, flight.FlightDescriptor.for_path(name))

    def do_exchange(
        self,
        context: flight.ServerCallContext,
        descriptor: flight.FlightDescriptor,
        reader: flight.MetadataRecordBatchReader,
        writer: flight.MetadataRecordBatchWriter,
    ) -> None:
        if self._activity.draining:
            raise flight.FlightUnavailableError("The server is draining: it takes no more calls")
        with self._activity.stream(), _statuses():
            if descriptor.descriptor_type == flight.DescriptorType.CMD:
                self._exchange.run(context, descriptor.command, reader, writer)
            else:
                dialect_a.exchange(self._by_path(descriptor), context, reader, writer, self._activity)

    def _by_path(self, descriptor: flight.FlightDescriptor) -> dialect_a.Foreign:
        path = [part.decode() for part in descriptor.path or []]
        function = find_function(self._functions, "/".join(path))
        callable_ = dialect_a.foreign(function)
        if callable_ is None:
            raise NotFound(f"{function.declaration.name} is an aggregate: it is called by commands only")
        return callable_


def _read_json_as_text() -> None:
    """Newer pyarrow reads ``arrow.json`` as a type of its own, also inside of lists and structs; here it is the text that it travels as."""
    try:
        pa.unregister_extension_type("arrow.json")
    except KeyError:
        pass


@contextmanager
def _statuses() -> Iterator[None]:
    """Arrow's errors for the runtime's own: each has its gRPC status."""
    try:
        yield
    except NotFound as error:
        raise pa.ArrowKeyError(str(error)) from None
    except ProtocolError as error:
        raise pa.ArrowInvalid(str(error)) from None
    except Stopped as error:
        raise flight.FlightTimedOutError(str(error)) from None
