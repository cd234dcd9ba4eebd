"""The functions of the benchmark, over whole columns."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from arbalest_udf import scalar


@scalar(returns=pa.int64(), volatility="immutable", parallelism=4)
def x2y(x: pa.Int64Array, y: pa.Int64Array) -> pa.Array:
    return pc.add(pc.add(x, x), y)


@scalar(returns=pa.int64(), volatility="immutable", parallelism=4)
def gcd(x: pa.Int64Array, y: pa.Int64Array) -> pa.Array:
    return pa.array(np.gcd(x.to_numpy(), y.to_numpy()))


@scalar(returns=pa.string(), volatility="immutable", parallelism=4)
def upper(text: pa.StringArray) -> pa.Array:
    return pc.utf8_upper(text)


@scalar(returns=pa.int64(), volatility="immutable", parallelism=4)
def echo(value: pa.Int64Array) -> pa.Array:
    return value
