"""A call from its first frame to its end: checks what is asked for, then answers batch by batch."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import Mapping, Optional, Sequence

import pyarrow as pa
import pyarrow.flight as flight

from .activity import Activity
from .aggregate_function import ANYTHING
from .column_call import ColumnCall, ColumnStream
from .command import Call, Command, SharedFiles, read_command
from .failures import NotFound, ProtocolError
from .metrics import Metrics
from .registry import Function
from .shared_memory import InputFile, OutputFile
from .stream import Stream
from .table import TableFunction
from .table_call import TableStream
from .types import same_type, travel_type


@dataclass(frozen=True)
class Folders:
    """With the caller's shared files; None = no shared memory."""

    input: Optional[str]
    output: Optional[str]


class Exchange:
    """Runs streams of the functions of one server, each in a thread of its own."""

    def __init__(self, functions: Mapping[str, Function], folders: Folders, metrics: Metrics, activity: Activity) -> None:
        self._functions = functions
        self._folders = folders
        self._metrics = metrics
        self._activity = activity
        self._turns = {name: threading.BoundedSemaphore(f.declaration.parallelism) for name, f in functions.items()}

    def run(
        self,
        context: flight.ServerCallContext,
        text: bytes,
        reader: flight.MetadataRecordBatchReader,
        writer: flight.MetadataRecordBatchWriter,
    ) -> None:
        command = read_command(text)
        files = self._open(command.shared_memory)
        stream = Stream(reader, writer, context.is_cancelled, command.timeout / 1000, *files)
        answers = self._answers(command, stream.schema)
        stream.begin(answers.schema)
        if isinstance(answers, TableStream):
            answers.run(stream, self._activity)
        else:
            self._run(answers, stream)

    def _run(self, answers: ColumnStream, stream: Stream) -> None:
        for batch in stream.batches():
            with self._activity.batch():
                answers.answer(stream, batch)

    def _open(self, files: Optional[SharedFiles]) -> tuple[Optional[InputFile], Optional[OutputFile]]:
        if files is None:
            return None, None
        if self._folders.input is None or self._folders.output is None:
            raise failed_precondition("The server has no folders for shared memory")
        try:
            received = InputFile(os.path.join(self._folders.input, files.input), files.input_bytes)
            return received, OutputFile(os.path.join(self._folders.output, files.output), files.output_bytes)
        except (OSError, ValueError) as error:
            raise failed_precondition(f"The files of shared memory cannot be mapped: {error}") from error

    def _answers(self, command: Command, schema: pa.Schema) -> "ColumnStream | TableStream":
        functions = [self._function(call.function) for call in command.calls]
        tables = [f for f in functions if isinstance(f, TableFunction)]
        if not tables:
            calls = [self._column_call(c, f, command, schema) for c, f in zip(command.calls, functions)]
            return ColumnStream(calls, command.rows_may_fail)
        if len(functions) > 1:
            raise ProtocolError(f"{tables[0].declaration.name} is a table function: it must be alone in its stream")
        call = command.calls[0]
        if call.operation != "table":
            raise _wrong_operation(call)
        _check_arguments(call, tables[0].declaration.arguments, schema)
        return TableStream(call, tables[0], command, self._metrics, self._turns[call.function])

    def _column_call(self, call: Call, function: Function, command: Command, schema: pa.Schema) -> ColumnCall:
        assert not isinstance(function, TableFunction)
        operation = function.operation(call.operation)
        if operation is None:
            raise _wrong_operation(call)
        _check_arguments(call, operation.arguments, schema)
        return ColumnCall(call, operation, command, self._metrics, self._turns[call.function])

    def _function(self, name: str) -> Function:
        return find_function(self._functions, name)


def find_function(functions: Mapping[str, Function], name: str) -> Function:
    """Raises :class:`NotFound`, with the names that are most like it."""
    if name in functions:
        return functions[name]
    import difflib

    like = difflib.get_close_matches(name, functions, 3)
    raise NotFound(f"There is no function {name!r} here" + (f"; is it {' or '.join(like)}?" if like else f", among {len(functions)}"))


def failed_precondition(message: str) -> Exception:
    """Arrow's Flight cannot send this status: PROTOCOL.md says what goes in its place."""
    error: Exception = flight.FlightInternalError(f"FAILED_PRECONDITION: {message}")
    return error


def _wrong_operation(call: Call) -> ProtocolError:
    return ProtocolError(f"{call.function} has no operation {call.operation!r}")


def _check_arguments(call: Call, wanted: Sequence[pa.Field], schema: pa.Schema) -> None:
    if len(call.arguments) != len(wanted):
        raise ProtocolError(f"{call.function} takes {len(wanted)} arguments for {call.operation!r}, not {len(call.arguments)}")
    for position, field in zip(call.arguments, wanted):
        if not 0 <= position < len(schema):
            raise ProtocolError(f"{call.function} is called with column {position}; the input has {len(schema)}")
        sent, travel = schema.field(position).type, travel_type(field.type)
        if not same_type(sent, travel) and not (field.name == ANYTHING and pa.types.is_list(sent)):
            raise ProtocolError(f"Argument {field.name!r} of {call.function} must be {travel}, not {sent}")
