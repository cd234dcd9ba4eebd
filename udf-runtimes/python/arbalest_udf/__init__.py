"""Functions for Arbalest's SQL, over whole Arrow arrays or a row at a time."""

from . import types
from .aggregate import aggregate
from .context import CallContext, Context, context
from .hooks import on_shutdown, on_startup
from .listen import Settings, serve
from .scalar import scalar
from .table import table
from .version import __version__

__all__ = [
    "CallContext",
    "Context",
    "Settings",
    "__version__",
    "aggregate",
    "context",
    "on_shutdown",
    "on_startup",
    "scalar",
    "serve",
    "table",
    "types",
]
