"""What the server says of itself and of its tables."""

import pyarrow
from adbc_driver_manager import ProgrammingError

from checks import check, expect_error


def objects(place, **filters):
    with place.connect() as connection:
        return connection.adbc_get_objects(**filters).read_all().to_pylist()


def of(entries, key, name):
    return next(entry for entry in entries if entry[key] == name)


def tables_of(catalogs):
    return of(of(catalogs, "catalog_name", "files")["catalog_db_schemas"], "db_schema_name", "main")["db_schema_tables"]


@check
def objects_down_to_catalogs(place):
    catalogs = objects(place, depth="catalogs")
    assert [catalog["catalog_name"] for catalog in catalogs] == ["files"], catalogs
    assert objects(place, depth="catalogs", catalog_filter="nowhere") == []


@check
def objects_down_to_schemas(place):
    schemas = of(objects(place, depth="db_schemas"), "catalog_name", "files")["catalog_db_schemas"]
    assert [schema["db_schema_name"] for schema in schemas] == ["main"], schemas


@check
def objects_down_to_tables(place):
    tables = tables_of(objects(place, depth="tables"))
    assert {"table_name": "orders", "table_type": "TABLE"}.items() <= of(tables, "table_name", "orders").items(), tables
    assert of(tables, "table_name", "recent_orders")["table_type"] == "VIEW"
    found = tables_of(objects(place, depth="tables", table_name_filter="recent%"))
    assert [table["table_name"] for table in found] == ["recent_orders"], found
    found = tables_of(objects(place, depth="tables", table_types_filter=["TABLE"]))
    assert "recent_orders" not in [table["table_name"] for table in found], found


@check
def objects_down_to_columns(place):
    columns = of(tables_of(objects(place, depth="all")), "table_name", "orders")["table_columns"]
    names = [column["column_name"] for column in columns]
    assert names == [row[0] for row in place.oracle.execute("DESCRIBE orders").fetchall()], names
    assert [column["ordinal_position"] for column in columns] == list(range(1, len(names) + 1)), columns
    found = of(tables_of(objects(place, depth="all", column_name_filter="amount")), "table_name", "orders")["table_columns"]
    assert [column["column_name"] for column in found] == ["amount"], found


@check
def info(place):
    with place.connect() as connection:
        told = connection.adbc_get_info()
        assert told["vendor_name"] == "Arbalest", told
        assert told["vendor_version"], told
        assert told["driver_name"] == "ADBC Flight SQL Driver - Go", told


@check
def table_schema(place):
    with place.connect() as connection:
        schema = connection.adbc_get_table_schema("orders")
        assert schema.field("id").type == pyarrow.int64(), schema
        assert schema.field("amount").type == pyarrow.decimal128(12, 2), schema
        assert schema.field("amount").metadata[b"ARROW:FLIGHT:SQL:TYPE_NAME"] == b"DECIMAL(12,2)", schema.field("amount").metadata
        expect_error(ProgrammingError, "NOT_FOUND", lambda: connection.adbc_get_table_schema("nothing"))


@check
def table_types(place):
    with place.connect() as connection:
        assert connection.adbc_get_table_types() == ["TABLE", "VIEW"]
