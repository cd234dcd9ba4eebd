import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Map;

/** Prepared statements. */
final class Parameters {
  private Parameters() {}

  static void addTo(Map<String, Main.Check> checks) {
    checks.put("parameters_of_a_query", Parameters::ofAQuery);
    checks.put("parameters_of_many_types", Parameters::ofManyTypes);
    checks.put("parameter_meta_data", Parameters::metaData);
    checks.put("prepared_update", Parameters::update);
    checks.put("prepared_batch", Parameters::batch);
  }

  private static String ofAQuery(Place place) throws SQLException {
    try (Connection connection = place.connect();
        PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM orders WHERE customer = ? AND id < ?")) {
      for (long most : new long[] {70, 700}) {
        statement.setString(1, "customer 3");
        statement.setLong(2, most);
        try (ResultSet results = statement.executeQuery()) {
          Place.same(results.next(), true);
          Place.same(results.getLong(1), most / 7);
        }
      }
      return null;
    }
  }

  private static String ofManyTypes(Place place) throws SQLException {
    String sql =
        "SELECT ?::BOOLEAN, ?::TINYINT, ?::SMALLINT, ?::INTEGER, ?::BIGINT, ?::FLOAT, ?::DOUBLE, ?::DECIMAL(12,3), ?::VARCHAR, ?::BLOB, ?::DATE, ?::TIMESTAMP,"
            + " ?::INTEGER, ?::TIME";
    try (Connection connection = place.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBoolean(1, true);
      statement.setByte(2, (byte) -2);
      statement.setShort(3, (short) 300);
      statement.setInt(4, 70_000);
      statement.setLong(5, 1L << 40);
      statement.setFloat(6, 1.5f);
      statement.setDouble(7, -2.25);
      statement.setBigDecimal(8, new BigDecimal("-12.345"));
      statement.setString(9, "it's żółć");
      statement.setBytes(10, new byte[] {0, -1});
      statement.setDate(11, Date.valueOf("2024-02-29"));
      statement.setTimestamp(12, Timestamp.valueOf("2024-02-29 12:34:56.789"));
      statement.setNull(13, Types.INTEGER);
      statement.setTime(14, Time.valueOf("12:34:56"));
      try (ResultSet row = statement.executeQuery()) {
        Place.same(row.next(), true);
        Place.same(row.getBoolean(1), true);
        Place.same(row.getByte(2), (byte) -2);
        Place.same(row.getShort(3), (short) 300);
        Place.same(row.getInt(4), 70_000);
        Place.same(row.getLong(5), 1L << 40);
        Place.same(row.getFloat(6), 1.5f);
        Place.same(row.getDouble(7), -2.25);
        Place.same(row.getBigDecimal(8), new BigDecimal("-12.345"));
        Place.same(row.getString(9), "it's żółć");
        Place.same(row.getBytes(10), new byte[] {0, -1});
        Place.same(row.getDate(11), Date.valueOf("2024-02-29"));
        Place.same(row.getTimestamp(12), Timestamp.valueOf("2024-02-29 12:34:56.789"));
        Place.same(row.getObject(13), null);
        Place.same(row.getTime(14), Time.valueOf("12:34:56"));
      }
      return null;
    }
  }

  private static String metaData(Place place) throws SQLException {
    try (Connection connection = place.connect();
        PreparedStatement statement = connection.prepareStatement("SELECT amount FROM orders WHERE id = ? AND customer = ?")) {
      ParameterMetaData parameters = statement.getParameterMetaData();
      Place.same(parameters.getParameterCount(), 2);
      Place.same(parameters.getParameterType(1), Types.BIGINT);
      Place.same(parameters.getParameterType(2), Types.VARCHAR);
      Place.same(statement.getMetaData().getColumnName(1), "amount");
      return null;
    }
  }

  private static String update(Place place) throws SQLException {
    try (Connection connection = place.connect();
        Statement plain = connection.createStatement()) {
      plain.executeUpdate("CREATE TABLE jdbc_prepared (n INTEGER, name VARCHAR)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO jdbc_prepared VALUES (?, ?)")) {
        insert.setInt(1, 1);
        insert.setString(2, "one");
        Place.same(insert.executeUpdate(), 1);
        insert.setInt(1, 2);
        insert.setNull(2, Types.VARCHAR);
        Place.same(insert.executeUpdate(), 1);
      }
      String rows = rowsOf(plain, "SELECT n, name FROM jdbc_prepared ORDER BY n");
      Place.same(rows, "[[\"1\",\"one\"],[\"2\",null]]");
      plain.executeUpdate("DROP TABLE jdbc_prepared");
      return null;
    }
  }

  private static String batch(Place place) throws SQLException {
    try (Connection connection = place.connect();
        Statement plain = connection.createStatement()) {
      plain.executeUpdate("CREATE TABLE jdbc_batch (n INTEGER, worth DECIMAL(9,2))");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO jdbc_batch VALUES (?, ?)")) {
        for (int i = 0; i < 10; i++) {
          insert.setInt(1, i);
          insert.setBigDecimal(2, new BigDecimal("1.25"));
          insert.addBatch();
        }
        insert.executeBatch();
      }
      Place.same(rowsOf(plain, "SELECT count(*), sum(n), sum(worth) FROM jdbc_batch"), "[[\"10\",\"45\",\"12.50\"]]");
      plain.executeUpdate("DROP TABLE jdbc_batch");
      return null;
    }
  }

  private static String rowsOf(Statement statement, String sql) throws SQLException {
    try (ResultSet results = statement.executeQuery(sql)) {
      return Json.rows(results);
    }
  }
}
