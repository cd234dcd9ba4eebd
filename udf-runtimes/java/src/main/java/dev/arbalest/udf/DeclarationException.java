package dev.arbalest.udf;

/** A class declares a function in a way that cannot be served. The text names the method, what was wanted and what to write instead. */
public final class DeclarationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With that text. */
  public DeclarationException(String message) {
    super(message);
  }

  /** With that text, caused by a type that cannot be read. */
  public DeclarationException(String message, Throwable cause) {
    super(message, cause);
  }
}
