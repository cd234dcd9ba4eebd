package dev.arbalest.udf.server;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** The gRPC statuses that end a call. */
final class Refusal {
  private Refusal() {}

  static StatusRuntimeException invalid(String text) {
    return Status.INVALID_ARGUMENT.withDescription(text).asRuntimeException();
  }

  static StatusRuntimeException notFound(String text) {
    return Status.NOT_FOUND.withDescription(text).asRuntimeException();
  }

  static StatusRuntimeException precondition(String text) {
    return Status.FAILED_PRECONDITION.withDescription(text).asRuntimeException();
  }

  static StatusRuntimeException draining() {
    return Status.UNAVAILABLE.withDescription("The server is draining and takes no more calls").asRuntimeException();
  }

  static StatusRuntimeException late(long timeoutMs) {
    return Status.DEADLINE_EXCEEDED.withDescription("The call was given " + timeoutMs + " ms, which are over").asRuntimeException();
  }
}
