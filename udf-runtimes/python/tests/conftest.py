import tempfile
from pathlib import Path

import pytest

from client import Server


@pytest.fixture
def folder():
    """Short: the path of a Unix socket has 108 bytes at most."""
    with tempfile.TemporaryDirectory(prefix="udf-") as path:
        yield Path(path)


@pytest.fixture(scope="module")
def server():
    with tempfile.TemporaryDirectory(prefix="udf-") as path:
        running = Server(Path(path), "conformance.functions:FUNCTIONS")
        yield running
        assert running.stop()[0] == 0
