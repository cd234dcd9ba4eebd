import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Errors, cancellation, and what there is not. */
final class Failures {
  /** More rows than fit in what is under way between server and client. */
  private static final String MANY = "SELECT a.id, b.customer FROM orders a, orders b WHERE b.id < 1000";

  private Failures() {}

  static void addTo(Map<String, Main.Check> checks) {
    checks.put("errors_in_statements", Failures::errors);
    checks.put("cancellation", Failures::cancellation);
    checks.put("no_transactions", Failures::transactions);
    checks.put("wrong_passwords", Failures::wrongPasswords);
  }

  private static String errors(Place place) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement()) {
      expect("end of input", () -> statement.executeQuery("SELECT 1 WHERE"));
      expect("nowhere", () -> statement.executeQuery("SELECT * FROM nowhere"));
      expect("DELETE", () -> statement.executeUpdate("DELETE FROM orders"));
      try (ResultSet results = statement.executeQuery("SELECT 1")) {
        Place.same(results.next(), true);
      }
      return null;
    }
  }

  private static String cancellation(Place place) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet results = statement.executeQuery(MANY)) {
        Place.same(results.next(), true);
        statement.cancel();
        expect("", () -> readAll(results));
      }
      try (Statement another = connection.createStatement();
          ResultSet results = another.executeQuery("SELECT 1")) {
        Place.same(results.next(), true);
      }
      return null;
    }
  }

  private static void readAll(ResultSet results) throws SQLException {
    while (results.next()) results.getLong(1);
  }

  private static String transactions(Place place) throws SQLException {
    try (Connection connection = place.connect()) {
      Place.same(connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_SERIALIZABLE), false);
      Place.same(connection.getMetaData().getDefaultTransactionIsolation(), Connection.TRANSACTION_NONE);
      return null;
    }
  }

  private static String wrongPasswords(Place place) {
    expect("", () -> place.connect("not hers").close());
    return null;
  }

  interface Action {
    void run() throws SQLException;
  }

  private static void expect(String text, Action action) {
    try {
      action.run();
    } catch (SQLException error) {
      for (Throwable cause = error; cause != null; cause = cause.getCause()) if (String.valueOf(cause.getMessage()).contains(text)) return;
      throw new AssertionError("expected an error that says " + text, error);
    }
    throw new AssertionError("expected an error that says " + text);
  }
}
