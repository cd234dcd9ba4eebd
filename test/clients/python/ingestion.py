"""Whole tables from the client."""

import decimal

import pyarrow
from adbc_driver_manager import ProgrammingError

from checks import assert_same, check, expect_error

PEOPLE = pyarrow.table(
    {
        "id": pyarrow.array([1, 2, 3], pyarrow.int64()),
        "name": ["Ada", None, "Grace"],
        "born": pyarrow.array([None, -20_000, 0], pyarrow.date32()),
        "worth": pyarrow.array([decimal.Decimal("1.50"), None, decimal.Decimal("-2.25")], pyarrow.decimal128(9, 2)),
        "tags": [["a", "b"], [], None],
    }
)


def read_back(cursor, table):
    cursor.execute(f"SELECT * FROM {table} ORDER BY ALL")
    return cursor.fetch_arrow_table()


@check
def ingest_creates(place):
    with place.cursor() as cursor:
        assert cursor.adbc_ingest("people", PEOPLE, mode="create") in (3, -1)
        assert_same(read_back(cursor, "people"), PEOPLE)
        expect_error(ProgrammingError, "people", lambda: cursor.adbc_ingest("people", PEOPLE, mode="create"))


@check
def ingest_appends(place):
    with place.cursor() as cursor:
        cursor.adbc_ingest("people", PEOPLE.slice(0, 1), mode="append")
        assert read_back(cursor, "people").column("id").to_pylist() == [1, 1, 2, 3]
        cursor.adbc_ingest("people", PEOPLE.slice(2), mode="create_append")
        assert read_back(cursor, "people").column("id").to_pylist() == [1, 1, 2, 3, 3]
        expect_error(ProgrammingError, "nobody", lambda: cursor.adbc_ingest("nobody", PEOPLE, mode="append"))


@check
def ingest_replaces(place):
    with place.cursor() as cursor:
        cursor.adbc_ingest("people", PEOPLE.slice(1, 1), mode="replace")
        assert read_back(cursor, "people").column("id").to_pylist() == [2]
        cursor.execute("DROP TABLE people")


@check
def ingest_takes_streams(place):
    batches = (pyarrow.record_batch({"n": list(range(i * 1000, i * 1000 + 1000))}) for i in range(20))
    reader = pyarrow.RecordBatchReader.from_batches(pyarrow.schema({"n": pyarrow.int64()}), batches)
    with place.cursor() as cursor:
        cursor.adbc_ingest("streamed", reader, mode="create")
        cursor.execute("SELECT count(*), sum(n), min(n), max(n) FROM streamed")
        assert cursor.fetchone() == (20_000, 199_990_000, 0, 19_999)
        cursor.execute("DROP TABLE streamed")
