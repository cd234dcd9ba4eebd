import re
from pathlib import Path

import pyarrow as pa

from arbalest_udf.registry import functions_of


def test_the_snippet_works():
    (snippet,) = re.findall(r"```python\n(.*?)```", (Path(__file__).parent.parent / "README.md").read_text(), re.S)
    names = {}
    exec(snippet, names)
    assert set(functions_of([f for f in names.values() if hasattr(f, "declaration")])) == {"double_plus", "greet", "words", "longest"}
    assert names["greet"]("Ada") == "Hello, Ada"
    assert names["longest"](["a", "abc"]) == 3
    parts = list(names["words"].parts([pa.array(["to be", None, "or"])], 3, lambda: None, False))
    assert parts[0].rows.to_pylist() == [0, 0, 2] and parts[0].columns[0].to_pylist() == ["to", "be", "or"]
