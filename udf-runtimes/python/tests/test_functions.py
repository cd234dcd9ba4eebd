"""Declaring functions, and calling them in this process."""

import json
from typing import Optional

import numpy as np
import pyarrow as pa
import pytest

from arbalest_udf import CallContext, aggregate, context, scalar, table
from arbalest_udf.failures import BadAnswer, RowFailure
from arbalest_udf.nulls import valid_rows
from arbalest_udf.registry import functions_of
from arbalest_udf.table_rows import as_part, cut


def never() -> None:
    pass


def run(function, *columns, operation="scalar"):
    return function.operation(operation).call(list(columns), len(columns[0]) if columns else 3, never)


def test_takes_rows_with_nulls_out_and_puts_them_back():
    rows = valid_rows([pa.array([1, None, 3]), pa.array(["a", "b", None])])
    assert rows.take_from([pa.array([1, None, 3])])[0].to_pylist() == [1]
    assert rows.spread(pa.array([[1, 2]])).to_pylist() == [[1, 2], None, None]
    assert valid_rows([pa.array([1])]) is None


def test_gives_null_without_a_call_where_an_argument_is_null():
    seen = []

    @scalar(returns=pa.int64())
    def f(x: pa.Int64Array):
        seen.extend(x.to_pylist())
        return x

    assert run(f, pa.array([1, None])).to_pylist() == [1, None]
    assert run(f, pa.array([None], pa.int64())).to_pylist() == [None]
    assert seen == [1]


def test_optional_arguments_by_row_want_to_see_nulls():
    @scalar.by_row
    def length(text: Optional[str]) -> int:
        return -1 if text is None else len(text)

    assert length.declaration.nulls == "call"
    assert run(length, pa.array(["ab", None])).to_pylist() == [2, -1]


def test_numpy_arrays_are_views():
    @scalar(returns=pa.float64(), args=[pa.float64()], kind="numpy")
    def f(x):
        assert isinstance(x, np.ndarray) and not x.flags.owndata
        return x * 2

    assert run(f, pa.array([1.5])).to_pylist() == [3]


def test_a_single_value_stands_for_every_row():
    assert run(scalar(lambda: pa.scalar("x"), name="f", returns=pa.string())).to_pylist() == ["x"] * 3


def test_refuses_answers_of_another_length_or_type():
    short = scalar(lambda x: x.slice(1), name="f", args=[pa.int64()], returns=pa.int64())
    with pytest.raises(BadAnswer, match="1 values for 2 rows"):
        run(short, pa.array([1, 2]))
    wrong = scalar.by_row(lambda x: "a" if x else 1, name="f", args=[pa.int64()], returns=pa.int64())
    with pytest.raises(RowFailure) as failure:
        run(wrong, pa.array([0, None, 1]))
    assert failure.value.row == 2


def test_functions_that_are_not_repeatable_are_never_called_again():
    calls = []

    def f(x):
        calls.append(len(x))
        if 7 in x.to_pylist():
            raise ValueError("bad")
        return x

    rows = scalar(f, args=[pa.int64()], returns=pa.int64()).operation("scalar").call_rows([pa.array([1, 7, 3])], 3, never)
    assert rows[0].to_pylist() == [1, None, 3] and list(rows[1]) == [1] and calls == [1, 1, 1]


def test_declarations_are_checked():
    with pytest.raises(ValueError, match="volatility of f must be one of"):
        scalar(lambda: 1, name="f", returns=pa.int64(), volatility="sometimes")
    with pytest.raises(ValueError, match="Two functions are called 'f'"):
        functions_of([scalar(lambda: 1, name="f", returns=pa.int64()), scalar(lambda: 2, name="f", returns=pa.int64())])
    with pytest.raises(ValueError, match="no function"):
        functions_of([])


@pytest.mark.parametrize("rows, columns", [([1, 0], [[1, 2]]), ([0, 9], [[1, 2]]), ([0], [[1, 2]]), ([0], [[1], [2]]), ([None], [[1]])])
def test_refuses_rows_that_do_not_fit_their_batch(rows, columns):
    with pytest.raises(BadAnswer):
        as_part((pa.array(rows, pa.int32()), columns), [pa.field("x", pa.int64())], 3)


def test_cuts_large_batches():
    batch = pa.RecordBatch.from_pydict({"x": np.arange(3 << 20)})
    pieces = list(cut(batch))
    assert len(pieces) == 4 and sum(p.num_rows for p in pieces) == 3 << 20


def test_table_rows_of_values_come_in_bounded_parts():
    @table.by_row(returns=[("text", pa.string())])
    def repeat(count: int):
        for _ in range(count):
            yield "x" * 10_000

    parts = list(repeat.parts([pa.array([5000, None, 1])], 3, never, False))
    assert sum(len(p.rows) for p in parts) == 5001 and parts[-1].rows[-1].as_py() == 2
    assert max(p.columns[0].nbytes for p in parts) < 9 << 20


def test_values_that_do_not_fit_fail_their_row_of_a_table():
    pairs = table.by_row(lambda x: [x, "no"] if x == 2 else [x], name="f", args=[pa.int64()], returns=[("y", pa.int64())])
    (part,) = pairs.parts([pa.array([1, 2, 3])], 3, never, True)
    assert part.rows.to_pylist() == [0, 1, 2] and part.columns[0].to_pylist() == [1, None, 3]
    assert [m is None for m in part.errors.to_pylist()] == [True, False, True]


@aggregate.by_row(returns=pa.int64())
class longest:
    def init(self):
        return 0

    def update(self, state: int, text: str, extra: int) -> int:
        return max(state, len(text) + extra)

    def merge(self, state: int, other: int) -> int:
        return max(state, other)

    def finish(self, state: int) -> int:
        return state


def test_aggregates_of_several_arguments_leave_out_rows_with_a_null():
    element = pa.struct([("text", pa.string()), ("extra", pa.int64())])
    groups = pa.array([[{"text": "ab", "extra": 1}, {"text": "abcdef", "extra": None}, None], None], pa.list_(element))
    states = run(longest, groups, operation="update")
    assert [json.loads(s) for s in states.to_pylist()] == [3, 0]
    assert run(longest, pa.array([states.to_pylist()], pa.list_(pa.binary())), operation="finish").to_pylist() == [3]
    assert longest(["abc"], [2]) == 5


def test_elements_of_null_lists_are_no_rows():
    offsets = pa.array([0, 2, 4, 5], pa.int32()).buffers()[1]
    lists = pa.ListArray.from_buffers(pa.list_(pa.float64()), 3, [pa.py_buffer(b"\x05"), offsets], children=[pa.array([1.0, 2, 3, 4, 5])])
    from conformance.functions import sum_squares

    assert run(sum_squares, lists, operation="complete").to_pylist() == [5, 0, 25]
    assert run(sum_squares, lists.slice(1), operation="complete").to_pylist() == [0, 25]


def test_the_context_is_that_of_the_call():
    assert context.user is None and context.remaining() is None
    with CallContext(user="ada", options={"a": "b"}).active():
        assert (context.user, context.options["a"]) == ("ada", "b")
    assert context.user is None
