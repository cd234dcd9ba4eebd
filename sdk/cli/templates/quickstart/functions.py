"""The function that the quickstart calls."""

import pyarrow as pa
import pyarrow.compute as pc

from arbalest_udf import scalar


@scalar(returns=pa.string(), args=[pa.int64()], volatility="immutable")
def punctuality(delay: pa.Int64Array) -> pa.Array:
    """What passengers call a delay of so many minutes: early, on time or late."""
    return pc.if_else(pc.less(delay, 0), "early", pc.if_else(pc.less_equal(delay, 15), "on time", "late"))
