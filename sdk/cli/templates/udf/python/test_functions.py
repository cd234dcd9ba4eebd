"""Functions are called as they are: whole columns, values or groups."""

import pyarrow as pa
import pytest

from functions import double_plus, greet, harmonic_mean, words


def test_doubles_and_adds():
    assert double_plus(pa.array([1, 20]), pa.array([3, 2])).to_pylist() == [5, 42]


def test_greets():
    assert greet("Ada") == "Hello, Ada!"


def test_finds_words():
    assert list(words(" to  be ")) == [("to", 1), ("be", 2)]


def test_takes_the_harmonic_mean():
    assert harmonic_mean([2.0, 4.0, 4.0, None]) == pytest.approx(3)
    assert harmonic_mean([]) is None
