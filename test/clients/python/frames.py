"""pandas and polars on top of ADBC."""

import pandas
import polars

from checks import check

SUMS = "SELECT customer, count(*) AS n, sum(score) AS total FROM orders GROUP BY customer ORDER BY customer"


@check
def pandas_read_sql(place):
    with place.connect() as connection:
        frame = pandas.read_sql(SUMS, connection)
        expected = place.oracle.execute(SUMS).df()
        assert list(frame["customer"]) == list(expected["customer"])
        assert list(frame["n"]) == list(expected["n"])
        pandas.testing.assert_series_equal(frame["total"], expected["total"])


@check
def pandas_read_sql_table(place):
    with place.connect() as connection:
        frame = pandas.read_sql_table("orders", connection)
        assert len(frame) == place.oracle.execute("SELECT count(*) FROM orders").fetchone()[0]


@check
def pandas_to_sql(place):
    frame = pandas.DataFrame({"n": [1, 2, 3], "name": ["a", "b", None]})
    with place.connect() as connection:
        frame.to_sql("from_pandas", connection, index=False)
        frame.to_sql("from_pandas", connection, index=False, if_exists="append")
        assert list(pandas.read_sql("SELECT n FROM from_pandas ORDER BY n", connection)["n"]) == [1, 1, 2, 2, 3, 3]
        frame.to_sql("from_pandas", connection, index=False, if_exists="replace")
        assert list(pandas.read_sql("SELECT n FROM from_pandas ORDER BY n", connection)["n"]) == [1, 2, 3]
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE from_pandas")


@check
def polars_read_database(place):
    with place.connect() as connection:
        frame = polars.read_database(SUMS, connection)
        expected = place.oracle.execute(SUMS).pl()
        assert frame.drop("total").equals(expected.drop("total")), (frame, expected)
        one = polars.read_database("SELECT id FROM orders WHERE id = ?", connection, execute_options={"parameters": [42]})
        assert one["id"].to_list() == [42], one


@check
def polars_reads_in_batches(place):
    with place.connect() as connection:
        batches = polars.read_database("SELECT id FROM orders", connection, iter_batches=True, batch_size=1000)
        assert sum(len(batch) for batch in batches) == place.oracle.execute("SELECT count(*) FROM orders").fetchone()[0]


@check
def polars_write_database(place):
    frame = polars.DataFrame({"n": [1, 2, 3], "name": ["a", "b", None]})
    with place.connect() as connection:
        frame.write_database("from_polars", connection, engine="adbc")
        frame.write_database("from_polars", connection, engine="adbc", if_table_exists="append")
        back = polars.read_database("SELECT n FROM from_polars ORDER BY n", connection)
        assert back["n"].to_list() == [1, 1, 2, 2, 3, 3], back
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE from_polars")
