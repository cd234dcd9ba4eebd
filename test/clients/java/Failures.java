import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Errors, cancellation, and what there is not. */
final class Failures {
  /** More rows than fit in what is under way between server and client. */
  private static final String MANY = "SELECT a.id, b.customer FROM orders a, orders b WHERE b.id < 1000";

  /** Longer than any test, and without a row before its end. */
  private static final String ENDLESS = "SELECT sum(sin(a.id * b.id * c.id)) AS %s FROM orders a, orders b, orders c";

  private Failures() {}

  static void addTo(Map<String, Main.Check> checks) {
    checks.put("errors_in_statements", Failures::errors);
    checks.put("cancellation", Failures::cancellation);
    checks.put("cancellation_before_the_first_row", place -> whileItRuns(place, false));
    checks.put("cancellation_of_a_prepared_statement", place -> whileItRuns(place, true));
    checks.put("query_timeout", Failures::queryTimeout);
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

  /** From another thread, as database tools do it. One that comes before the statement was sent has no effect, so it is called until the statement ends. */
  private static String whileItRuns(Place place, boolean prepared) throws SQLException, InterruptedException {
    String sql = ENDLESS.formatted(prepared ? "prepared_jdbc" : "plain_jdbc");
    try (Connection connection = place.connect();
        Statement statement = prepared ? connection.prepareStatement(sql) : connection.createStatement()) {
      AtomicReference<Throwable> met = new AtomicReference<>();
      Thread asking =
          new Thread(
              () -> {
                try (ResultSet results = prepared ? ((PreparedStatement) statement).executeQuery() : statement.executeQuery(sql)) {
                  readAll(results);
                } catch (Throwable error) {
                  met.set(error);
                }
              });
      asking.start();
      long deadline = System.nanoTime() + 60_000_000_000L;
      for (asking.join(2000); asking.isAlive() && System.nanoTime() < deadline; asking.join(1000)) statement.cancel();
      Place.same(asking.isAlive(), false);
      Place.same(met.get() instanceof SQLException, true);
      place.expectCancelled(sql);
      return null;
    }
  }

  private static String queryTimeout(Place place) throws SQLException {
    String sql = ENDLESS.formatted("timeout_jdbc");
    try (Connection connection = place.connect()) {
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(2);
        expect("timed out after 2", () -> statement.executeQuery(sql));
      }
      // Closed, it is given up.
      place.expectCancelled(sql);
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
