import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What database tools ask when they connect and when somebody opens a node of their tree. */
final class Metadata {
  /** The driver answers these with rows of its own making, or not at all. */
  private static final Set<String> OF_THE_DRIVER = Set.of("getConnection");

  private Metadata() {}

  interface Question {
    ResultSet ask(DatabaseMetaData metadata) throws SQLException;
  }

  static void addTo(Map<String, Main.Check> checks) {
    checks.put("product", Metadata::product);
    checks.put("every_property", Metadata::everyProperty);
    checks.put("catalogs", place -> column(place, DatabaseMetaData::getCatalogs, "TABLE_CAT", "files"));
    checks.put("schemas", place -> column(place, metadata -> metadata.getSchemas("files", "ma%"), "TABLE_SCHEM", "main"));
    checks.put("table_types", place -> column(place, DatabaseMetaData::getTableTypes, "TABLE_TYPE", "TABLE", "VIEW"));
    checks.put("tables", place -> column(place, metadata -> metadata.getTables("files", "main", "%orders", null), "TABLE_NAME", "orders", "recent_orders"));
    checks.put("views", place -> column(place, metadata -> metadata.getTables(null, null, "%", new String[] {"VIEW"}), "TABLE_NAME", "recent_orders"));
    checks.put("escaped_names", place -> column(place, metadata -> metadata.getTables(null, null, "recent\\_orders", null), "TABLE_NAME", "recent_orders"));
    checks.put("columns", Metadata::columns);
    checks.put("keys", Metadata::keys);
    checks.put("words", Metadata::words);
  }

  private static String product(Place place) throws SQLException {
    try (Connection connection = place.connect()) {
      DatabaseMetaData metadata = connection.getMetaData();
      Place.same(metadata.getDatabaseProductName(), "Arbalest");
      Place.same(metadata.getDatabaseProductVersion().isEmpty(), false);
      Place.same(metadata.getIdentifierQuoteString(), "\"");
      Place.same(metadata.getSearchStringEscape(), "\\");
      Place.same(metadata.isReadOnly(), false);
      Place.same(metadata.supportsTransactions(), false);
      Place.same(metadata.supportsBatchUpdates(), true);
      Place.same(metadata.supportsFullOuterJoins(), true);
      Place.same(metadata.supportsConvert(java.sql.Types.VARCHAR, java.sql.Types.DATE), true);
      Place.same(metadata.supportsConvert(java.sql.Types.DATE, java.sql.Types.INTEGER), false);
      Place.same(connection.isValid(10), true);
      return null;
    }
  }

  /** Every property that has no arguments answers, or says that the driver has none of it. */
  private static String everyProperty(Place place) throws SQLException, IllegalAccessException {
    List<String> failed = new ArrayList<>();
    int answered = 0;
    try (Connection connection = place.connect()) {
      DatabaseMetaData metadata = connection.getMetaData();
      for (Method method : DatabaseMetaData.class.getMethods()) {
        if (method.getParameterCount() > 0 || OF_THE_DRIVER.contains(method.getName())) continue;
        try {
          Object answer = method.invoke(metadata);
          if (answer instanceof ResultSet results) results.close();
          answered++;
        } catch (InvocationTargetException error) {
          if (!(error.getCause() instanceof SQLFeatureNotSupportedException)) failed.add(method.getName() + ": " + error.getCause());
        }
      }
    }
    Place.same(failed, List.of());
    Place.same(answered > 100, true);
    return null;
  }

  private static String columns(Place place) throws SQLException {
    return column(
        place,
        metadata -> metadata.getColumns("files", "main", "orders", "%"),
        row ->
            String.join(
                " ",
                row.getString("COLUMN_NAME"),
                row.getString("TYPE_NAME"),
                row.getString("COLUMN_SIZE"),
                row.getString("DECIMAL_DIGITS"),
                row.getString("ORDINAL_POSITION"),
                row.getString("IS_NULLABLE")),
        "id BIGINT 19 0 1 YES",
        "customer VARCHAR 65536 null 2 YES",
        "amount DECIMAL(12,2) 12 2 3 YES",
        "score DOUBLE null null 4 YES",
        "ordered_at TIMESTAMP 26 6 5 YES",
        "day DATE 10 0 6 YES",
        "paid BOOLEAN null null 7 YES");
  }

  private static String keys(Place place) throws SQLException {
    column(place, metadata -> metadata.getPrimaryKeys("files", "main", "orders"), "COLUMN_NAME");
    column(place, metadata -> metadata.getImportedKeys("files", "main", "orders"), "FKCOLUMN_NAME");
    column(place, metadata -> metadata.getExportedKeys("files", "main", "orders"), "FKCOLUMN_NAME");
    return column(place, metadata -> metadata.getCrossReference("files", "main", "orders", "files", "main", "orders"), "FKCOLUMN_NAME");
  }

  private static String words(Place place) throws SQLException {
    try (Connection connection = place.connect()) {
      DatabaseMetaData metadata = connection.getMetaData();
      Place.same(Arrays.asList(metadata.getSQLKeywords().split(",\\s*")).contains("QUALIFY"), true);
      Place.same(metadata.getNumericFunctions().contains("ROUND"), true);
      Place.same(metadata.getStringFunctions().contains("SUBSTRING"), true);
      Place.same(metadata.getTimeDateFunctions().contains("DATE_TRUNC"), true);
      Place.same(metadata.getSystemFunctions().contains("VERSION"), true);
      return null;
    }
  }

  interface Cells {
    String of(ResultSet row) throws SQLException;
  }

  private static String column(Place place, Question question, String column, String... expected) throws SQLException {
    return column(place, question, row -> row.getString(column), expected);
  }

  private static String column(Place place, Question question, Cells cells, String... expected) throws SQLException {
    try (Connection connection = place.connect();
        ResultSet results = question.ask(connection.getMetaData())) {
      List<String> values = new ArrayList<>();
      while (results.next()) values.add(cells.of(results));
      Place.same(values, Arrays.asList(expected));
      return null;
    }
  }
}
