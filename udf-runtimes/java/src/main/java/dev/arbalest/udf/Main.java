package dev.arbalest.udf;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import sun.misc.Signal;

/**
 * The process of a server: {@code java -cp … dev.arbalest.udf.Main com.acme.Functions …}. Without arguments it serves the classes that the manifests on the class path
 * name under {@code Arbalest-Functions}, separated by spaces. Where it listens stands in the environment.
 */
public final class Main {
  private static final String MANIFEST_KEY = "Arbalest-Functions";

  private Main() {}

  /** Runs until SIGTERM. Exits with 0 then, with 1 when it cannot start. */
  public static void main(String[] arguments) {
    try {
      FunctionServer server = FunctionServer.start(classes(arguments), listen(System.getenv()));
      Signal.handle(new Signal("TERM"), signal -> new Thread(() -> stop(server), "stop").start());
      Signal.handle(new Signal("INT"), signal -> new Thread(() -> stop(server), "stop").start());
      System.out.println("listening on " + server.address());
    } catch (DeclarationException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (Exception | LinkageError e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void stop(FunctionServer server) {
    try {
      server.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(0);
  }

  private static FunctionServer.Listen listen(Map<String, String> environment) {
    String socket = environment.get("ARBALEST_UDF_SOCKET");
    String address = environment.get("ARBALEST_UDF_ADDRESS");
    if (socket == null && (address == null || !address.matches(".+:\\d+"))) {
      throw new IllegalArgumentException("Nowhere to listen: set ARBALEST_UDF_SOCKET to a path, or ARBALEST_UDF_ADDRESS to host:port (it is " + address + ")");
    }
    return new FunctionServer.Listen(path(socket), address, path(environment.get("ARBALEST_UDF_INPUT_DIR")), path(environment.get("ARBALEST_UDF_OUTPUT_DIR")));
  }

  private static Path path(String text) {
    return text == null || text.isEmpty() ? null : Path.of(text);
  }

  private static List<Class<?>> classes(String[] arguments) throws IOException {
    List<String> names = arguments.length > 0 ? List.of(arguments) : named();
    if (names.isEmpty()) {
      throw new IllegalArgumentException("No classes to serve: name them as arguments, or in a jar's manifest under " + MANIFEST_KEY);
    }
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      try {
        classes.add(Class.forName(name));
      } catch (ClassNotFoundException e) {
        throw new IllegalArgumentException("There is no class " + name + " on the class path " + System.getProperty("java.class.path"), e);
      }
    }
    return classes;
  }

  private static List<String> named() throws IOException {
    List<String> names = new ArrayList<>();
    for (URL url : Collections.list(Main.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
      try (InputStream manifest = url.openStream()) {
        String value = new Manifest(manifest).getMainAttributes().getValue(new Attributes.Name(MANIFEST_KEY));
        if (value != null) {
          names.addAll(List.of(value.strip().split("\\s+")));
        }
      }
    }
    return names;
  }
}
