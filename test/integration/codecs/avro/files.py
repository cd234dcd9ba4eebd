"""Writes Avro files with fastavro, or reads them, and prints each value as Arbalest's SQL shows it: `files.py write FOLDER` and `files.py read FILE`."""

import datetime
import decimal
import io
import json
import os
import random
import struct
import sys
import uuid

import fastavro
from backports import zstd

CODECS = ["null", "deflate", "snappy", "bzip2", "zstandard", "xz"]
ROWS = 600
UTC = datetime.timezone.utc
decimal.getcontext().prec = 80
EPOCH = datetime.datetime(1970, 1, 1)


def logical(base, kind, **more):
    return {"type": base, "logicalType": kind, **more}


POINT = {"type": "record", "name": "acme.geo.Point", "fields": [{"name": "x", "type": "double"}, {"name": "tag", "type": ["null", "string"]}]}
SCHEMA = {
    "type": "record",
    "name": "acme.Row",
    "aliases": ["OldRow"],
    "doc": "Of every type",
    "fields": [
        {"name": "i", "type": "long", "aliases": ["number"], "doc": "counts"},
        {"name": "b", "type": "boolean"},
        {"name": "n", "type": ["int", "null"], "default": 7},
        {"name": "f", "type": "float"},
        {"name": "d", "type": ["null", "double"], "default": None},
        {"name": "s", "type": {"type": "string", "avro.java.string": "String"}},
        {"name": "bytes", "type": "bytes", "default": "\u00ff"},
        {"name": "fix", "type": {"type": "fixed", "name": "Fix", "size": 3}},
        {"name": "enum", "type": {"type": "enum", "name": "Suit", "symbols": ["SPADES", "HEARTS"], "default": "SPADES"}},
        {"name": "nothing", "type": "null"},
        {"name": "day", "type": logical("int", "date")},
        {"name": "t_ms", "type": logical("int", "time-millis")},
        {"name": "t_us", "type": logical("long", "time-micros")},
        {"name": "ts_ms", "type": logical("long", "timestamp-millis")},
        {"name": "ts_us", "type": ["null", logical("long", "timestamp-micros")]},
        {"name": "ts_ns", "type": logical("long", "timestamp-nanos")},
        {"name": "lts_ms", "type": logical("long", "local-timestamp-millis")},
        {"name": "lts_us", "type": logical("long", "local-timestamp-micros")},
        {"name": "lts_ns", "type": logical("long", "local-timestamp-nanos")},
        {"name": "dec_b", "type": logical("bytes", "decimal", precision=38, scale=4)},
        {"name": "dec_f", "type": ["null", logical("fixed", "decimal", precision=9, scale=2, name="Money", size=4)]},
        {"name": "dec_wide", "type": logical("bytes", "decimal", precision=60, scale=10)},
        {"name": "id", "type": logical("string", "uuid")},
        {"name": "dur", "type": logical("fixed", "duration", name="Span", size=12)},
        {"name": "odd", "type": logical("string", "no-such-type")},
        {"name": "l", "type": {"type": "array", "items": ["null", "long"]}},
        {"name": "ll", "type": {"type": "array", "items": {"type": "array", "items": "int"}}},
        {"name": "m", "type": {"type": "map", "values": ["null", "double"]}},
        {"name": "p", "type": POINT},
        {"name": "q", "type": ["null", "acme.geo.Point"]},
        {"name": "u", "type": ["null", "int", "string", "acme.geo.Point", logical("long", "timestamp-millis"), {"type": "array", "items": "int"}]},
        {"name": "last", "type": "long"},
    ],
}

# What SQL makes of a column for it to be compared as text, where a plain cast shows it otherwise than Python does.
SQL = {
    "bytes": "hex(bytes)",
    "fix": "hex(fix)",
    "ts_ns": "epoch_ns(ts_ns)::VARCHAR",
    "lts_ns": "epoch_ns(lts_ns)::VARCHAR",
    "dur": "concat_ws(' ', date_part('year', dur) * 12 + date_part('month', dur), date_part('day', dur), epoch_ms(dur - to_months((date_part('year', dur) * 12 + date_part('month', dur))::INTEGER) - to_days(date_part('day', dur)::INTEGER)))",
    "u": "concat_ws(' ', union_tag(u), u::VARCHAR)",
}
TEXT = {
    "bytes": lambda value: value.hex().upper(),
    "fix": lambda value: value.hex().upper(),
    "dur": lambda value: " ".join(str(part) for part in struct.unpack("<III", value)),
    "dec_wide": lambda value: f"{value:.10f}",
    "dec_b": lambda value: f"{value:.4f}",
    "dec_f": lambda value: f"{value:.2f}",
}
TAGS = {int: "int", str: "string", dict: "Point", datetime.datetime: "long", list: "array"}


def some(i, value):
    return None if i % 7 == 3 else value


def row(i):
    at = EPOCH + datetime.timedelta(days=i * 37 - 9_000, microseconds=i * 1_000_003)
    point = {"x": i / 4, "tag": some(i, f"tag{i}")}
    return {
        "i": i,
        "b": i % 3 == 0,
        "n": some(i, i * 3_571_428 - 2**30),
        "f": i / 8,
        "d": [None, 0.25 * i, float("inf"), float("nan"), -1e300][i % 5],
        "s": ["", "é", "plain", "x" * 40, "日本語 and more than that, so that it is long"][i % 5],
        "bytes": bytes(range(i % 20)),
        "fix": bytes([i % 256, 0, 255]),
        "enum": ["SPADES", "HEARTS"][i % 2],
        "nothing": None,
        "day": at.date(),
        "t_ms": datetime.time(i % 24, i % 60, 59, (i % 1000) * 1000),
        "t_us": datetime.time(23 - i % 24, 0, i % 60, 999_999 - i),
        "ts_ms": at.replace(microsecond=i * 1000, tzinfo=UTC),
        "ts_us": some(i, at.replace(tzinfo=UTC)),
        "ts_ns": 1_577_840_523_456_789_000 + i,
        "lts_ms": at.replace(microsecond=i * 1000),
        "lts_us": at,
        "lts_ns": -(2**60) + i,
        "dec_b": decimal.Decimal(i * 10**30 * (-1) ** i).scaleb(-4) + decimal.Decimal(i).scaleb(-4),
        "dec_f": some(i, decimal.Decimal((i - 300) * 33_333).scaleb(-2)),
        "dec_wide": decimal.Decimal((-1) ** i * (i + 1) * 10**56).scaleb(-10),
        "id": uuid.UUID(int=i * 2**100 + i),
        "dur": struct.pack("<III", i % 40, i % 31, i * 1000 + 7),
        "odd": f"odd{i}",
        "l": [None if k % 3 == 2 else k * i for k in range(i % 6)],
        "ll": [[k] * k for k in range(i % 4)],
        "m": {f"k{k}": None if k == 2 else k / 2 for k in range(i % 4)},
        "p": point,
        "q": some(i, point),
        "u": [None, i, f"text{i}", point, at.replace(microsecond=0, tzinfo=UTC), [i, i + 1]][i % 6],
        "last": -i * 2**53,
    }


def text(value):
    """As DuckDB casts to VARCHAR."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        shown = trimmed(value.replace(tzinfo=None).isoformat(" "))
        return shown if value.tzinfo is None else shown + "+00"
    if isinstance(value, datetime.time):
        return trimmed(value.isoformat())
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, list):
        return "[" + ", ".join(nested(item) for item in value) + "]"
    return str(value)


def trimmed(shown):
    return shown.rstrip("0") if "." in shown else shown


def nested(value):
    return "NULL" if value is None else text(value)


def shown(name, value):
    if name == "u":
        return "" if value is None else f"{TAGS[type(value)]} {record(value) if isinstance(value, dict) else text(value)}"
    if value is None:
        return None
    if name in TEXT:
        return TEXT[name](value)
    if name == "m":
        return "{" + ", ".join(f"{key}={nested(item)}" for key, item in value.items()) + "}"
    return record(value) if isinstance(value, dict) else text(value)


def record(value):
    return "{" + ", ".join(f"'{key}': {nested(item)}" for key, item in value.items()) + "}"


def read(path):
    with open(path, "rb") as file:
        return list(fastavro.reader(file))


def expected(path):
    rows = read(path)
    names = [field["name"] for field in SCHEMA["fields"]]
    return {
        "sql": [SQL.get(name, f"{name}::VARCHAR") for name in names],
        "rows": [[shown(name, value[name]) for name in names] for value in rows],
    }


def write(folder):
    rows = [row(i) for i in range(ROWS)]
    for codec in CODECS:
        with open(os.path.join(folder, f"{codec}.avro"), "wb") as file:
            fastavro.writer(file, SCHEMA, rows, codec=codec, sync_interval=4_000)
    write_big(folder)
    write_zstandard_streams(folder)
    write_small(folder, "recursive", {"type": "record", "name": "Node", "fields": [{"name": "v", "type": "int"}, {"name": "next", "type": ["null", "Node"]}]}, [{"v": 1, "next": {"v": 2, "next": None}}])
    write_small(folder, "same_names", {"type": "record", "name": "r", "fields": [{"name": "a", "type": "int"}, {"name": "A", "type": "int"}]}, [{"a": 1, "A": 2}])
    write_small(folder, "scalar", "long", [5, 6])
    write_small(folder, "empty", SCHEMA, [])
    write_small(folder, "older", {"type": "record", "name": "r", "fields": [{"name": "a", "type": "int"}]}, [{"a": 1}])
    write_small(folder, "newer", {"type": "record", "name": "r", "fields": [{"name": "b", "type": "string"}, {"name": "a", "type": ["null", "long"]}]}, [{"a": 2**40, "b": "x"}])
    return expected(os.path.join(folder, "null.avro"))


def write_small(folder, name, schema, rows):
    with open(os.path.join(folder, f"{name}.avro"), "wb") as file:
        fastavro.writer(file, schema, rows)


BIG = {"type": "record", "name": "Big", "fields": [{"name": "i", "type": "long"}, {"name": "noise", "type": "bytes"}, {"name": "words", "type": "string"}]}


def big_rows():
    noise = random.Random(1)
    return [{"i": i, "noise": noise.randbytes(50 if i % 2 else 1_000), "words": f"the quick brown fox {i % 97} " * (i % 40)} for i in range(1_500)]


def write_big(folder):
    """Blocks that each codec parts into several of its own."""
    for codec in CODECS:
        with open(os.path.join(folder, f"big-{codec}.avro"), "wb") as file:
            fastavro.writer(file, BIG, big_rows(), codec=codec, sync_interval=700_000)


def write_zstandard_streams(folder):
    """As streaming writers make them: frames that do not tell their size, with a checksum."""
    rows = big_rows()
    sync = bytes(range(16))
    with open(os.path.join(folder, "big-zstandard-stream.avro"), "wb") as file:
        file.write(b"Obj\x01")
        meta = {"avro.schema": json.dumps(BIG).encode(), "avro.codec": b"zstandard"}
        fastavro.schemaless_writer(file, {"type": "map", "values": "bytes"}, meta)
        file.write(sync)
        for start in range(0, len(rows), 500):
            block = io.BytesIO()
            for value in rows[start : start + 500]:
                fastavro.schemaless_writer(block, BIG, value)
            options = {zstd.CompressionParameter.content_size_flag: 0, zstd.CompressionParameter.checksum_flag: 1}
            packer = zstd.ZstdCompressor(options=options)
            packed = packer.compress(block.getvalue()) + packer.flush()
            fastavro.schemaless_writer(file, "long", len(rows[start : start + 500]))
            fastavro.schemaless_writer(file, "bytes", packed)
            file.write(sync)


def plain(value):
    """For JSON: what it has no form for as text."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, bytes):
        return value.hex()
    return value if value is None or isinstance(value, bool) else text(value)


if __name__ == "__main__":
    command, path = sys.argv[1:]
    json.dump(write(path) if command == "write" else [plain(value) for value in read(path)], sys.stdout)
