import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.Map;

/** Statements and their results. */
final class Queries {
  private static final String TYPES =
      "SELECT true AS a, 1::TINYINT AS b, 2::SMALLINT AS c, 3::INTEGER AS d, 4::BIGINT AS e, 5::UTINYINT AS f, 1.5::FLOAT AS g, 2.5::DOUBLE AS h,"
          + " 12.345::DECIMAL(10,3) AS i, 'żółć 🦆' AS j, 'ab'::BLOB AS k, DATE '2024-02-29' AS l, TIME '12:34:56' AS m,"
          + " TIMESTAMP '2024-02-29 12:34:56.789' AS n, NULL::INTEGER AS o, [1, 2, 3] AS p, {'x': 1, 'y': 'two'} AS q, MAP {'k': 1} AS r,"
          + " '5a6b0000-0000-0000-0000-000000000000'::UUID AS s";

  private Queries() {}

  static void addTo(Map<String, Main.Check> checks) {
    checks.put("grouped_rows", place -> rows(place, "SELECT customer, count(*) AS n, sum(amount) AS total, min(day) AS first FROM orders GROUP BY 1 ORDER BY 1"));
    checks.put("ordered_rows", place -> rows(place, "SELECT id, customer, amount, day, paid FROM orders ORDER BY id"));
    checks.put("rows_of_a_view", place -> rows(place, "SELECT count(*), sum(id) FROM recent_orders"));
    checks.put("every_type", Queries::everyType);
    checks.put("result_set_meta_data", Queries::metaData);
    checks.put("updates", Queries::updates);
    checks.put("most_rows", Queries::mostRows);
    checks.put("statements_side_by_side", Queries::sideBySide);
  }

  static String rows(Place place, String sql) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      return Json.rows(results);
    }
  }

  private static String everyType(Place place) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TYPES)) {
      Place.same(row.next(), true);
      Place.same(row.getBoolean("a"), true);
      Place.same(row.getByte("b"), (byte) 1);
      Place.same(row.getShort("c"), (short) 2);
      Place.same(row.getInt("d"), 3);
      Place.same(row.getLong("e"), 4L);
      Place.same(row.getInt("f"), 5);
      Place.same(row.getFloat("g"), 1.5f);
      Place.same(row.getDouble("h"), 2.5);
      Place.same(row.getBigDecimal("i"), new BigDecimal("12.345"));
      Place.same(row.getString("j"), "żółć 🦆");
      Place.same(row.getBytes("k"), new byte[] {'a', 'b'});
      Place.same(row.getDate("l"), Date.valueOf("2024-02-29"));
      Place.same(row.getTime("m"), Time.valueOf("12:34:56"));
      Place.same(row.getTimestamp("n"), Timestamp.valueOf("2024-02-29 12:34:56.789"));
      Place.same(row.getInt("o"), 0);
      Place.same(row.wasNull(), true);
      Place.same(Arrays.asList((Object[]) row.getArray("p").getArray()), Arrays.asList(1, 2, 3));
      Place.same(String.valueOf(row.getObject("q")), "{\"x\":1,\"y\":\"two\"}");
      Place.same(row.getObject("r") instanceof Map, true);
      Place.same(row.getString("s"), "5a6b0000-0000-0000-0000-000000000000");
      Place.same(row.next(), false);
      return null;
    }
  }

  private static String metaData(Place place) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery("SELECT id, customer, amount AS worth, ordered_at, day, paid FROM orders")) {
      ResultSetMetaData columns = results.getMetaData();
      Place.same(columns.getColumnCount(), 6);
      Place.same(columns.getColumnLabel(3), "worth");
      int[] types = {Types.BIGINT, Types.VARCHAR, Types.DECIMAL, Types.TIMESTAMP, Types.DATE, Types.BOOLEAN};
      for (int i = 0; i < types.length; i++) Place.same(columns.getColumnType(i + 1), types[i]);
      Place.same(columns.getPrecision(3), 12);
      Place.same(columns.getScale(3), 2);
      return null;
    }
  }

  private static String updates(Place place) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE jdbc_updates (n INTEGER)");
      Place.same(statement.executeUpdate("INSERT INTO jdbc_updates SELECT range FROM range(5)"), 5);
      Place.same(statement.executeLargeUpdate("INSERT INTO jdbc_updates VALUES (7), (8)"), 2L);
      Place.same(statement.execute("SELECT sum(n) FROM jdbc_updates"), true);
      try (ResultSet results = statement.getResultSet()) {
        Place.same(results.next(), true);
        Place.same(results.getLong(1), 25L);
      }
      statement.executeUpdate("DROP TABLE jdbc_updates");
      return null;
    }
  }

  private static String mostRows(Place place) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement()) {
      statement.setMaxRows(10);
      try (ResultSet results = statement.executeQuery("SELECT id FROM orders")) {
        int rows = 0;
        while (results.next()) rows++;
        Place.same(rows, 10);
      }
      return null;
    }
  }

  private static String sideBySide(Place place) throws SQLException {
    try (Connection connection = place.connect();
        Statement first = connection.createStatement();
        Statement second = connection.createStatement();
        ResultSet odd = first.executeQuery("SELECT id FROM orders WHERE id % 2 = 1 ORDER BY id");
        ResultSet even = second.executeQuery("SELECT id FROM orders WHERE id % 2 = 0 ORDER BY id")) {
      for (long n = 0; even.next(); n += 2) {
        Place.same(odd.next(), true);
        Place.same(even.getLong(1), n);
        Place.same(odd.getLong(1), n + 1);
      }
      Place.same(odd.next(), false);
      return null;
    }
  }
}
