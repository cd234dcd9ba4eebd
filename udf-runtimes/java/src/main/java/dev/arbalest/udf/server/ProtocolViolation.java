package dev.arbalest.udf.server;

/** The caller sent what the protocol does not allow. */
final class ProtocolViolation extends Exception {
  private static final long serialVersionUID = 1L;

  ProtocolViolation(String message) {
    super(message);
  }
}
