"""``python -m arbalest_udf MODULE[:NAME]`` serves the functions of a module, or one function or list in it."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from types import ModuleType
from typing import Any

USAGE = "usage: python -m arbalest_udf MODULE[:NAME]   (a module such as acme.functions, or a file such as functions.py)"


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        print(USAGE, file=sys.stderr)
        sys.exit(0 if sys.argv[1:] in (["-h"], ["--help"]) else 2)
    for output in (sys.stdout, sys.stderr):
        output.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    from arbalest_udf.listen import serve

    serve(load(sys.argv[1]))


def load(target: str) -> Any:
    """The module, or what it has under the name."""
    module_name, _, name = target.partition(":")
    module = _from_file(module_name) if module_name.endswith(".py") else _from_path(module_name)
    if name and not hasattr(module, name):
        sys.exit(f"{module_name} has nothing called {name}")
    return getattr(module, name) if name else module


def _from_path(name: str) -> ModuleType:
    sys.path.insert(0, os.getcwd())
    return importlib.import_module(name)


def _from_file(path: str) -> ModuleType:
    name = os.path.splitext(os.path.basename(path))[0]
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not os.path.exists(path):
        sys.exit(f"There is no file {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
