import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/** Where the cluster is, and how to get in. */
record Place(String host, int port, String user, String password, String authority) {
  static Place fromEnvironment() {
    URI uri = URI.create(System.getenv("FLIGHT_URI"));
    return new Place(
        uri.getHost(), uri.getPort(), System.getenv("FLIGHT_USER"), System.getenv("FLIGHT_PASSWORD"), System.getenv("FLIGHT_AUTHORITY"));
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

  static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) throw new AssertionError("expected " + expected + ", met " + actual);
  }
}
