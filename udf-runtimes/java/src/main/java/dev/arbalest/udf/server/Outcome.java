package dev.arbalest.udf.server;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import org.apache.arrow.flight.FlightRuntimeException;

/** The status that a stream ends with. */
final class Outcome {
  private Outcome() {}

  static Throwable status(Throwable failure) {
    if (failure instanceof StatusRuntimeException || failure instanceof StatusException || failure instanceof FlightRuntimeException) {
      return failure;
    } else if (failure instanceof ProtocolViolation) {
      return Refusal.invalid(failure.getMessage());
    }
    failure.printStackTrace(System.out);
    return Status.INTERNAL.withDescription(failure.toString()).withCause(failure).asRuntimeException();
  }

  /** Whether a failure of a call is the runtime's, not the function's. */
  static String errorClass(Throwable failure) {
    boolean memory = failure instanceof OutOfMemoryError || failure instanceof org.apache.arrow.memory.OutOfMemoryException;
    return memory ? "worker" : "user";
  }
}
