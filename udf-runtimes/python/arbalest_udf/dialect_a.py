"""What clients of arrow-udf servers ask: batches of one function, found by its name in a path, without headers."""

from __future__ import annotations

from typing import Any, Iterator, Optional, Sequence, Union

import pyarrow as pa
import pyarrow.flight as flight

from .activity import Activity
from .context import CallContext
from .failures import ProtocolError, Stopped
from .scalar import ScalarFunction
from .table import TableFunction
from .types import convert, extension_name, logical, same_type, travel_type

VERSION = b"\x02"


Foreign = Union[ScalarFunction, TableFunction]


def foreign(function: Any) -> Optional[Foreign]:
    """The function, if this dialect can call it: aggregates it does not know."""
    return function if isinstance(function, (ScalarFunction, TableFunction)) else None


def flight_info(function: Foreign, descriptor: flight.FlightDescriptor) -> flight.FlightInfo:
    arguments = _foreign_fields(function.declaration.arguments)
    schema = pa.schema([*arguments, *_results(function)])
    return flight.FlightInfo(schema, descriptor, [], len(arguments), -1)


def exchange(
    function: Foreign,
    context: flight.ServerCallContext,
    reader: flight.MetadataRecordBatchReader,
    writer: flight.MetadataRecordBatchWriter,
    activity: Activity,
) -> None:
    arguments = function.declaration.arguments
    _check(function.declaration.name, arguments, reader.schema)
    schema = pa.schema(_results(function))
    writer.begin(schema)

    def stop() -> None:
        if context.is_cancelled():
            raise Stopped("The caller has left")

    for chunk in reader:
        with activity.batch(), CallContext(rows=chunk.data.num_rows, function=function.declaration.name).active():
            columns = [convert(column, field.type) for column, field in zip(chunk.data.columns, arguments)]
            for answer in _answers(function, columns, chunk.data.num_rows, stop):
                given = [convert(column, field.type) for column, field in zip(answer, schema)]
                writer.write_batch(pa.RecordBatch.from_arrays(given, schema=schema))


def _answers(function: Foreign, columns: Sequence[pa.Array], rows: int, stop: Any) -> Iterator[list[pa.Array]]:
    """A table's stream carries one batch here: so a function over batches is given that one, and ends."""
    if isinstance(function, TableFunction):
        for part in function.parts(columns, rows, stop, False):
            yield [part.rows, *part.columns]
        return
    operation = function.operation("scalar")
    assert operation is not None
    yield [operation.call(columns, rows, stop)]


def _results(function: Foreign) -> list[pa.Field]:
    fields = _foreign_fields(function.declaration.results)
    return [pa.field("row", pa.int32()), *fields] if isinstance(function, TableFunction) else fields


def _foreign_fields(fields: Sequence[pa.Field]) -> list[pa.Field]:
    return [_foreign_field(field).with_name(field.name) for field in fields]


def _foreign_field(field: pa.Field) -> pa.Field:
    """JSON and decimals are texts under names of their own; other extensions are plain."""
    if extension_name(field) == "arrow.json":
        return logical(pa.string(), "arrowudf.json")
    if pa.types.is_decimal(field.type):
        return logical(pa.string(), "arrowudf.decimal")
    return pa.field(field.name, travel_type(field.type))


def _check(name: str, arguments: Sequence[pa.Field], sent: pa.Schema) -> None:
    wanted = _foreign_fields(arguments)
    if len(sent) != len(wanted) or not all(same_type(a.type, b.type) for a, b in zip(sent, wanted)):
        raise ProtocolError(f"{name} takes ({', '.join(str(f.type) for f in wanted)}), not ({', '.join(str(t) for t in sent.types)})")
