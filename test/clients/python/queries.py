"""Statements and prepared statements through the DB-API."""

import datetime
import decimal

import pyarrow

from checks import assert_same, check

GROUPED = "SELECT customer, count(*) AS n, sum(amount) AS total, max(ordered_at) AS last FROM orders GROUP BY customer ORDER BY customer"
TYPES = """SELECT true AS a, 1::TINYINT AS b, 2::SMALLINT AS c, 3::INTEGER AS d, 4::BIGINT AS e, 5::UTINYINT AS f, 6::USMALLINT AS g, 7::UINTEGER AS h,
  8::UBIGINT AS i, 1.5::FLOAT AS j, 2.5::DOUBLE AS k, 12.345::DECIMAL(10,3) AS l, 'żółć 🦆' AS m, 'ab'::BLOB AS n, DATE '2024-02-29' AS o,
  TIME '12:34:56.789' AS p, TIMESTAMP '2024-02-29 12:34:56.789' AS q, TIMESTAMPTZ '2024-02-29 12:34:56+02' AS r, [1, NULL, 3] AS s, {'x': 1, 'y': 'two'} AS t,
  MAP {'k': 1} AS u, [[1], []] AS v, NULL::VARCHAR AS w, TIMESTAMP_NS '2024-02-29 12:34:56.123456789' AS x, TIMESTAMP_S '2024-02-29 12:34:56' AS y,
  [1, 2]::INTEGER[2] AS z"""


@check
def execute_and_fetch_rows(place):
    with place.cursor() as cursor:
        cursor.execute(GROUPED)
        assert [column[0] for column in cursor.description] == ["customer", "n", "total", "last"]
        assert cursor.fetchone() == place.oracle.execute(GROUPED).fetchone()
        assert cursor.fetchall() == place.oracle.execute(GROUPED).fetchall()[1:]


@check
def fetch_arrow_table(place):
    with place.cursor() as cursor:
        place.expect_same(cursor, GROUPED)
        place.expect_same(cursor, "SELECT * FROM orders ORDER BY id")
        place.expect_same(cursor, "SELECT * FROM orders WHERE id < 0")


@check
def fetch_record_batches(place):
    with place.cursor() as cursor:
        cursor.execute("SELECT id, customer FROM orders ORDER BY id")
        batches = cursor.fetch_record_batch()
        assert batches.schema.names == ["id", "customer"]
        assert_same(batches.read_all(), place.oracle.execute("SELECT id, customer FROM orders ORDER BY id").to_arrow_table())


@check
def every_type(place):
    with place.cursor() as cursor:
        place.expect_same(cursor, TYPES)


@check
def types_that_arrive_as_text(place):
    with place.cursor() as cursor:
        cursor.execute("SELECT uuid() AS a, '{\"x\": 1}'::JSON AS b, 'one'::ENUM ('one', 'two') AS c, INTERVAL 3 DAY AS d, '101'::BIT AS e")
        row = cursor.fetchone()
        assert len(row[0]) == 36, row
        assert row[1:] == ('{"x": 1}', "one", "3 days", "101"), row


@check
def one_set_of_parameters(place):
    with place.cursor() as cursor:
        place.expect_same(cursor, "SELECT * FROM orders WHERE customer = ? AND amount > ? ORDER BY id", ("customer 3", 50))
        place.expect_same(cursor, "SELECT count(*) AS n FROM orders WHERE id BETWEEN $1 AND $2", (10, 20))


@check
def parameters_of_many_types(place):
    values = (
        *(True, 7, -1.25, "it's", b"\x00\xff", None),
        *(datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 12, 34, 56, 789), datetime.time(1, 2, 3), decimal.Decimal("12.50")),
    )
    with place.cursor() as cursor:
        cursor.execute("SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?", values)
        assert cursor.fetchone() == values


@check
def several_sets_of_parameters_to_a_query(place):
    with place.cursor() as cursor:
        cursor.adbc_statement.set_sql_query("SELECT ?::BIGINT AS id, ?::VARCHAR AS name")
        cursor.adbc_statement.prepare()
        cursor.adbc_statement.bind(pyarrow.record_batch({"0": [3, 1, 2], "1": ["c", "a", None]}))
        stream, _ = cursor.adbc_statement.execute_query()
        rows = pyarrow.RecordBatchReader._import_from_c(stream.address).read_all().to_pylist()
        assert rows == [{"id": 3, "name": "c"}, {"id": 1, "name": "a"}, {"id": 2, "name": None}], rows


@check
def executemany_inserts(place):
    with place.cursor() as cursor:
        cursor.execute("CREATE OR REPLACE TABLE many (id BIGINT, name VARCHAR, day DATE)")
        cursor.executemany("INSERT INTO many VALUES (?, ?, ?)", [(i, f"name {i}", datetime.date(2024, 1, 1 + i)) for i in range(20)])
        assert cursor.rowcount in (20, -1), cursor.rowcount
        cursor.execute("SELECT count(*), sum(id), min(name), max(day) FROM many")
        assert cursor.fetchone() == (20, 190, "name 0", datetime.date(2024, 1, 20))
        cursor.execute("DROP TABLE many")


@check
def parameter_schema_and_result_schema(place):
    with place.cursor() as cursor:
        schema = cursor.adbc_execute_schema("SELECT id, customer FROM orders")
        assert schema.names == ["id", "customer"], schema
        parameters = cursor.adbc_prepare("SELECT * FROM orders WHERE id = ? AND customer = ?")
        assert len(parameters) == 2, parameters


@check
def updates_say_how_many_rows(place):
    with place.cursor() as cursor:
        cursor.execute("CREATE OR REPLACE TABLE counted AS SELECT range AS n FROM range(10)")
        assert cursor.adbc_statement.execute_update is not None
        cursor.adbc_statement.set_sql_query("INSERT INTO counted SELECT range FROM range(7)")
        assert cursor.adbc_statement.execute_update() == 7
        cursor.execute("SELECT count(*) FROM counted")
        assert cursor.fetchone() == (17,)
        cursor.execute("DROP TABLE counted")
