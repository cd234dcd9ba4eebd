package dev.arbalest.udf.binding;

import java.util.concurrent.Semaphore;

/** A function of a server. */
public abstract sealed class UserFunction permits ScalarUserFunction, TableUserFunction, AggregateUserFunction {
  private final Signature signature;
  private final Semaphore threads;

  UserFunction(Signature signature) {
    this.signature = signature;
    this.threads = new Semaphore(signature.parallelism());
  }

  /** What the function declares. */
  public Signature signature() {
    return signature;
  }

  /** Taken around each call of user code: keeps the promise of {@code parallelism}, also towards callers that open more streams than they may. */
  public Semaphore threads() {
    return threads;
  }
}
