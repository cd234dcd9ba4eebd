"""arrow-udf's own Python server, as users run it: dialect A of PROTOCOL.md."""

import sys
from decimal import Decimal

from arrow_udf import UdfServer, udf, udtf


@udf(input_types=["INT", "INT"], result_type="INT")
def gcd(x, y):
    while y != 0:
        (x, y) = (y, x % y)
    return x


@udf(input_types=["VARCHAR"], result_type="VARCHAR")
def shout(text):
    if text == "bad":
        raise ValueError("bad text")
    return text.upper()


@udf(input_types=["DECIMAL"], result_type="DECIMAL")
def half(value):
    return None if value is None else value / Decimal(2)


@udf(input_types=["JSON"], result_type="JSON")
def wrap(value):
    return {"was": value}


@udtf(input_types="INT", result_types="INT")
def series(n):
    for i in range(n):
        yield i


@udtf(input_types=["VARCHAR"], result_types=["VARCHAR", "INT"])
def words(text):
    for word in text.split():
        yield word, len(word)


if __name__ == "__main__":
    server = UdfServer(location=sys.argv[1])
    for function in (gcd, shout, half, wrap, series, words):
        server.add_function(function)
    print(f"listening on {sys.argv[1]}", flush=True)
    server.serve()
