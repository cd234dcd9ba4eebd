import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs every check against the cluster that the environment describes; prints a line of JSON for each. */
public final class Main {
  private Main() {}

  /** Raises when something is not as it should be; what it answers is compared by who started the program. */
  interface Check {
    String run(Place place) throws Exception;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream report = System.out;
    // The driver's own log goes the same way.
    System.setOut(System.err);
    Place place = Place.fromEnvironment(report);
    Map<String, Check> checks = new LinkedHashMap<>();
    Queries.addTo(checks);
    Parameters.addTo(checks);
    Metadata.addTo(checks);
    Failures.addTo(checks);
    for (Map.Entry<String, Check> check : checks.entrySet()) report.println(outcome(check.getKey(), check.getValue(), place));
    report.flush();
    System.exit(0);
  }

  private static String outcome(String name, Check check, Place place) {
    try {
      String answer = check.run(place);
      return "{\"check\":" + Json.text(name) + (answer == null ? "" : ",\"rows\":" + answer) + "}";
    } catch (Throwable error) {
      java.io.StringWriter trace = new java.io.StringWriter();
      error.printStackTrace(new java.io.PrintWriter(trace));
      return "{\"check\":" + Json.text(name) + ",\"failure\":" + Json.text(trace.toString()) + "}";
    }
  }
}
