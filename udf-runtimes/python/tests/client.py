"""A caller as PROTOCOL.md describes it, on pyarrow's Flight client."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Sequence

import pyarrow as pa
import pyarrow.flight as flight

HEADER = struct.Struct("<BBHIQQQQQ")
ROOT = Path(__file__).parent.parent


@dataclass
class Answer:
    kind: int
    flags: int
    rows: int
    batch: int
    offset: int
    length: int
    cpu_micros: int
    #: The batch of kinds 1 and 2.
    data: Optional[pa.RecordBatch]
    #: The JSON of kind 3.
    error: Any

    @property
    def values(self) -> list[Any]:
        assert self.data is not None, self.error
        return self.data.column(0).to_pylist()


class Server:
    """A process of the runtime on a Unix socket in a folder of its own."""

    def __init__(self, folder: Path, target: str, **environment: str) -> None:
        self.folder = folder
        self.socket = folder / "udf.sock"
        variables = {"ARBALEST_UDF_SOCKET": str(self.socket), "ARBALEST_UDF_INPUT_DIR": str(folder), "ARBALEST_UDF_OUTPUT_DIR": str(folder)}
        path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
        self.process = subprocess.Popen(
            [sys.executable, "-m", "arbalest_udf", target],
            env={**os.environ, "PYTHONPATH": path, **variables, **environment},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.first_line = self.process.stdout.readline().strip()
        self.client = flight.connect(f"grpc+unix://{self.socket}")

    def stop(self, timeout: float = 45) -> tuple[int, str]:
        """The exit code, and what was printed since the first line."""
        self.process.terminate()
        printed, _ = self.process.communicate(timeout=timeout)
        return self.process.returncode, printed

    def act(self, name: str, body: Any = None) -> Any:
        (result,) = self.client.do_action(flight.Action(name, b"" if body is None else json.dumps(body).encode()))
        return json.loads(result.body.to_pybytes())

    def open(self, calls: Any, schema: pa.Schema, **command: Any) -> tuple[Any, Any]:
        """May raise already what the server says to the first frame."""
        text = json.dumps({"protocol": 1, "calls": calls, **command})
        writer, reader = self.client.do_exchange(flight.FlightDescriptor.for_command(text), flight.FlightCallOptions(timeout=30))
        writer.begin(schema)
        return writer, reader

    def call(self, function: str, batches: Sequence[pa.RecordBatch], operation: str = "scalar", options: Any = None, **command: Any) -> list[Answer]:
        """All answers to the batches, sent at once."""
        arguments = list(range(batches[0].num_columns))
        calls = [{"function": function, "operation": operation, "arguments": arguments, "options": options or {}}]
        writer, reader = self.open(calls, batches[0].schema, **command)
        for i, batch in enumerate(batches):
            writer.write_with_metadata(batch, HEADER.pack(1, 1, 0, 0, i + 1, 0, 0, 0, 0))
        writer.done_writing()
        answers = [answer_of(chunk) for chunk in reader]
        writer.close()
        return answers

    def scalar(self, function: str, *columns: pa.Array, **settings: Any) -> Answer:
        (answer,) = self.call(function, [batch_of(*columns)], **settings)
        return answer

    def table(self, function: str, *columns: pa.Array, **settings: Any) -> list[Answer]:
        return self.call(function, [batch_of(*columns)], operation="table", **settings)


def batch_of(*columns: pa.Array) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(list(columns), names=[f"c{i}" for i in range(len(columns))])


def rows_without_columns(rows: int) -> pa.RecordBatch:
    return pa.RecordBatch.from_struct_array(pa.array([{}] * rows, pa.struct([])))


def answer_of(chunk: flight.FlightStreamChunk) -> Answer:
    metadata = chunk.app_metadata.to_pybytes()
    version, kind, flags, rows, batch, offset, length, cpu_micros, zero = HEADER.unpack_from(metadata)
    assert (version, zero) == (1, 0)
    error = json.loads(metadata[HEADER.size :]) if kind == 3 else None
    return Answer(kind, flags, rows, batch, offset, length, cpu_micros, chunk.data, error)


def aligned_message(batch: pa.RecordBatch) -> bytes:
    """As it lies in shared memory: the body on a multiple of 64 bytes."""
    plain = batch.serialize().to_pybytes()
    (length,) = struct.unpack_from("<i", plain, 4)
    padding = -(8 + length) % 64
    return plain[:4] + struct.pack("<i", length + padding) + plain[8 : 8 + length] + bytes(padding) + plain[8 + length :]
