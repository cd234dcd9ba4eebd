"""Errors, cancellation, and what there is not."""

import threading
import time

from adbc_driver_flightsql import dbapi
from adbc_driver_manager import Error, NotSupportedError, OperationalError, ProgrammingError

from checks import check, expect_cancelled, expect_error

# Longer than any test: triple joins with nothing to join on.
ENDLESS = "SELECT sum(sin(a.id * b.id * c.id)) AS adbc FROM orders a, orders b, orders c"
ENDLESS_ROWS = "SELECT a.id AS adbc, b.customer, c.day FROM orders a, orders b, orders c"


@check
def errors_in_statements(place):
    with place.cursor() as cursor:
        expect_error(ProgrammingError, "end of input", lambda: cursor.execute("SELECT 1 WHERE"))
        expect_error(NotSupportedError, "DELETE", lambda: cursor.execute("DELETE FROM orders"))
        expect_error(ProgrammingError, "nowhere", lambda: cursor.execute("SELECT * FROM nowhere"))
        expect_error(Error, "abc", lambda: (cursor.execute("SELECT CAST(customer || 'abc' AS INTEGER) FROM orders"), cursor.fetchall()))
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


@check
def cancellation(place):
    with place.connect() as connection, connection.cursor() as cursor:
        timer = threading.Timer(2, cursor.adbc_cancel)
        timer.start()
        started = time.monotonic()
        try:
            expect_error(OperationalError, "cancel", lambda: (cursor.execute(ENDLESS), cursor.fetchall()))
        finally:
            timer.join()
        assert time.monotonic() - started < 60
        expect_cancelled(ENDLESS)
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


@check
def results_left_early(place):
    with place.connect() as connection:
        with connection.cursor() as cursor:
            cursor.execute(ENDLESS_ROWS)
            assert len(cursor.fetchone()) == 3
        expect_cancelled(ENDLESS_ROWS)


@check
def errors_after_the_first_rows(place):
    sql = "SELECT CASE WHEN id = 8999 AND i = 99 THEN error('late') ELSE id END AS n FROM orders, range(100) t(i)"
    with place.cursor() as cursor:
        expect_error(Error, "late", lambda: (cursor.execute(sql), cursor.fetch_arrow_table()))


@check
def no_transactions(place):
    with place.connect() as connection:
        expect_error(NotSupportedError, "", lambda: connection.adbc_connection.set_autocommit(False))


@check
def connections_side_by_side(place):
    sums = []

    def ask(n):
        with place.cursor() as cursor:
            cursor.execute(f"SELECT sum(id) FROM orders WHERE id % 4 = {n}")
            sums.append(cursor.fetchone()[0])

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(sums) == place.oracle.execute("SELECT sum(id) FROM orders").fetchone()[0]


@check
def wrong_passwords(place):
    expect_error(ProgrammingError, "UNAUTHENTICATED", lambda: place.connect(password="not hers").cursor().execute("SELECT 1"))


@check
def unknown_authorities(place):
    options = {key: value for key, value in place.options.items() if key in ("username", "password")}
    expect_error(Error, "certificate", lambda: dbapi.connect(place.uri, db_kwargs=options).cursor().execute("SELECT 1"))
