"""Every type there and back, whole and by row, through a server."""

import decimal
import uuid

import pyarrow as pa
import pytest

from arbalest_udf import scalar, table, types
from conformance.functions import TYPES

EDGES = {
    "boolean": [True, False],
    **{f"{sign}{name}": [0, (0 if sign else -(1 << bits - 1)), (1 << bits - (0 if sign else 1)) - 1] for sign in ("", "u") for name, bits in [("tinyint", 8), ("smallint", 16), ("integer", 32), ("bigint", 64)]},
    "hugeint": [decimal.Decimal(10**38 - 1), decimal.Decimal(1 - 10**38)],
    "decimal": [decimal.Decimal("-999999999999999.999")],
    "decimal38": [decimal.Decimal("9999999999999999999999999999.0123456789")],
    "float": [0.5, float("inf"), -0.0],
    "double": [1e308, float("-inf")],
    "varchar": ["", "ä€😀", "x" * 1000],
    "blob": [b"", b"\x00\xff"],
    "json": ['{"a" : [1, null]}'],
    "uuid": ["00000000-0000-0000-0000-0000000000ff"],
    "enum": ["red", "blue"],
    "date": [0, -719162, 2932896],
    "time": [0, 86399999999],
    **{name: [0, -1, 1700000000123] for name in ("timestamp", "timestamp_ms", "timestamptz")},
    "timestamp_s": [0, -1, 1700000000],
    "timestamp_ns": [1, -(2**63) + 1, 2**63 - 1],
    "interval": [pa.MonthDayNano([-3, 14, 999])],
    "list": [[], [1, None, 3]],
    "texts": [["a", None, ""]],
    "array": [[1, None, 3]],
    "struct": [{"a": 1, "b": None}],
    "map": [[("a", 1), ("b", None)], []],
    "structs": [[{"a": 1, "b": "x"}, None], []],
}


@pytest.mark.parametrize("by_row", ["", "row_"])
@pytest.mark.parametrize("name", TYPES)
def test_crosses_unchanged(server, name, by_row):
    type_ = TYPES[name].type if isinstance(TYPES[name], pa.Field) else TYPES[name]
    column = pa.array([None, *EDGES[name], None], type_)
    answer = server.scalar(f"echo_{by_row}{name}", column)
    assert answer.error is None
    result = answer.data.column(0)
    result = result.storage if isinstance(result, pa.ExtensionArray) else result
    assert result.type == type_ and result.equals(column)


def test_reports_values_that_python_cannot_hold(server):
    column = pa.array([0, 2**62], pa.timestamp("us"))
    assert server.scalar("echo_row_timestamp", column).error["row"] == 1
    answer = server.scalar("echo_row_timestamp", column, errors="rows")
    assert [m is None for m in answer.data.column(1).to_pylist()] == [True, False]


def test_refuses_types_that_do_not_cross():
    for type_ in (pa.dictionary(pa.int8(), pa.string()), pa.timestamp("us", "Asia/Tokyo"), pa.date64(), pa.list_(pa.binary(4))):
        with pytest.raises(TypeError, match="does not cross"):
            types.as_field(type_, "x")


def test_large_forms_travel_as_the_small_ones():
    assert types.travel_type(pa.large_list(pa.large_string())) == pa.list_(pa.string())


def test_reads_types_from_annotations():
    @scalar.by_row
    def describe(a: int, b: "list[str]", c: "dict[str, float]", d: uuid.UUID) -> str:
        return ""

    fields = describe.declaration.arguments
    assert [f.type for f in fields] == [pa.int64(), pa.list_(pa.string()), pa.map_(pa.string(), pa.float64()), pa.string()]
    assert types.extension_name(fields[3]) == "arbalest.uuid"


def test_says_which_type_is_missing():
    with pytest.raises(TypeError, match="argument 'x' of .*unclear"):

        @scalar(returns=pa.int64())
        def unclear(x):
            return x

    with pytest.raises(TypeError, match="takes 1 arguments, but args lists 2"):
        table(lambda x: x, name="f", args=[pa.int8(), pa.int8()], returns=[("a", pa.int8())])
