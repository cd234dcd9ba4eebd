"""Functions are called as they are: whole columns, values or groups."""

import pyarrow as pa
import pytest

from functions import double_plus, geometric_mean, greet, words


def test_doubles_and_adds():
    assert double_plus(pa.array([1, 20]), pa.array([3, 2])).to_pylist() == [5, 42]


def test_greets():
    assert greet("Ada") == "Hello, Ada!"


def test_finds_words():
    assert list(words(" to  be ")) == [("to", 1), ("be", 2)]


def test_takes_the_geometric_mean():
    assert geometric_mean([2.0, 8.0, None]) == pytest.approx(4)
    assert geometric_mean([]) is None
