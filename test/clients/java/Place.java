import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/** Where the cluster is, and how to get in. */
record Place(String host, int port, String user, String password, String authority, PrintStream report, BufferedReader replies) {
  static Place fromEnvironment(PrintStream report) throws IOException {
    URI uri = URI.create(System.getenv("FLIGHT_URI"));
    BufferedReader replies = new BufferedReader(new InputStreamReader(System.in));
    // The place again, which stands in the environment too.
    replies.readLine();
    return new Place(
        uri.getHost(),
        uri.getPort(),
        System.getenv("FLIGHT_USER"),
        System.getenv("FLIGHT_PASSWORD"),
        System.getenv("FLIGHT_AUTHORITY"),
        report,
        replies);
  }

  Connection connect() throws SQLException {
    return connect(password);
  }

  Connection connect(String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("useEncryption", String.valueOf(authority != null));
    if (authority != null) properties.setProperty("tlsRootCerts", authority);
    if (user != null) {
      properties.setProperty("user", user);
      properties.setProperty("password", password);
    }
    return DriverManager.getConnection("jdbc:arrow-flight-sql://" + host + ":" + port, properties);
  }

  /** The cluster shows the statement as cancelled, while this client still holds its connection; whoever started the program looks. */
  void expectCancelled(String sql) {
    report.println("{\"cancelled\":" + Json.text(sql) + "}");
    report.flush();
    try {
      same(replies.readLine(), "yes");
    } catch (IOException error) {
      throw new AssertionError(error);
    }
  }

  static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) throw new AssertionError("expected " + expected + ", met " + actual);
  }
}
