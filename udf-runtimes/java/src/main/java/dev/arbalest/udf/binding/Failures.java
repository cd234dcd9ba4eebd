package dev.arbalest.udf.binding;

import java.io.PrintWriter;
import java.io.StringWriter;

/** How a failure of user code is told. */
public final class Failures {
  private static final int TRACEBACK_CHARACTERS = 5000;
  private static final String OURS = "\tat dev.arbalest.udf.binding.";

  private Failures() {}

  /** Class and message, in one text. */
  public static String message(Throwable cause) {
    Throwable told = cause instanceof RowFailure failure ? failure.getCause() : cause;
    String name = told.getClass().getSimpleName().isEmpty() ? told.getClass().getName() : told.getClass().getSimpleName();
    return told.getMessage() == null ? name : name + ": " + told.getMessage();
  }

  /** The stack trace down to where user code was called; at most 16 KiB in UTF-8, whatever the characters. */
  public static String traceback(Throwable cause) {
    StringWriter text = new StringWriter();
    (cause instanceof RowFailure failure ? failure.getCause() : cause).printStackTrace(new PrintWriter(text));
    String trace = withoutCallers(text.toString());
    return trace.length() <= TRACEBACK_CHARACTERS ? trace : trace.substring(0, TRACEBACK_CHARACTERS) + "\n…";
  }

  /** Cuts the server's own frames, and those of reflection above them, off the end of the first trace. */
  private static String withoutCallers(String trace) {
    StringBuilder kept = new StringBuilder();
    boolean cutting = false;
    for (String line : trace.split("\n")) {
      cutting = line.startsWith("\tat") && (cutting || line.startsWith(OURS) || isReflection(line));
      if (!cutting) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }

  private static boolean isReflection(String line) {
    return line.startsWith("\tat java.base/jdk.internal.reflect.") || line.startsWith("\tat java.base/java.lang.reflect.Method.invoke") || line.startsWith("\tat java.base/java.lang.invoke.");
  }
}
