package dev.arbalest.udf.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arbalest.udf.binding.Failures;
import dev.arbalest.udf.binding.RowFailure;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * One stream's two directions. The thread that serves the stream reads and writes; gRPC's thread may say that the caller has left, and waits then until the other
 * one has let go of the vectors, since it frees them next.
 */
final class Exchange {
  private final FlightStream in;
  private final ServerStreamListener out;
  private final BufferAllocator allocator;
  private final Thread worker = Thread.currentThread();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Object ready = new Object();
  private volatile boolean cancelled;
  private boolean done;

  Exchange(FlightStream in, ServerStreamListener out, BufferAllocator allocator) {
    this.in = in;
    this.out = out;
    this.allocator = allocator;
    out.setOnCancelHandler(this::cancel);
    out.setOnReadyHandler(this::wake);
  }

  /** The body of a stream. */
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  /** Runs the body in this thread and closes the stream with its outcome. */
  void serve(Body body) {
    Throwable failure = null;
    try {
      body.run();
    } catch (Throwable e) {
      failure = e;
    }
    synchronized (this) {
      done = true;
      Thread.interrupted();
    }
    try {
      if (cancelled) {
        return;
      } else if (failure == null) {
        out.completed();
      } else {
        out.error(Outcome.status(failure));
      }
    } finally {
      finished.countDown();
    }
  }

  boolean isCancelled() {
    return cancelled;
  }

  FlightStream input() {
    return in;
  }

  BufferAllocator allocator() {
    return allocator;
  }

  /** The next frame; false at the end. Blocks. */
  boolean next() {
    boolean there = in.next();
    if (cancelled) {
      throw new CancellationException("The caller has left");
    }
    return there;
  }

  void start(VectorSchemaRoot root) {
    out.start(root);
  }

  /** Sends the rows of the root that was given to {@link #start}; without a header in the older dialect. */
  void send(AnswerHeader header) throws InterruptedException {
    awaitReady();
    if (header == null) {
      out.putNext();
    } else {
      // Flight frees the metadata of a message with a batch.
      out.putNext(header.write(allocator, new byte[0]));
    }
  }

  /** Sends a frame without rows. */
  void sendHeader(AnswerHeader header, byte[] tail) throws InterruptedException {
    awaitReady();
    ArrowBuf metadata = header.write(allocator, tail);
    out.putMetadata(metadata);
  }

  /** Answers a batch by an error. */
  void sendError(long batch, String kind, String function, Throwable cause) throws InterruptedException, JsonProcessingException {
    ObjectNode json = CallRequest.JSON.createObjectNode();
    json.put("class", kind);
    if (function != null) {
      json.put("function", function);
    }
    if (cause instanceof RowFailure failure) {
      json.put("row", failure.row());
    }
    json.put("message", cause instanceof ProtocolViolation ? cause.getMessage() : Failures.message(cause));
    if (!(cause instanceof ProtocolViolation)) {
      json.put("traceback", Failures.traceback(cause));
    }
    sendHeader(new AnswerHeader(AnswerHeader.ERROR, true, false, 0, batch, 0, 0, 0), CallRequest.JSON.writeValueAsBytes(json));
  }

  private void awaitReady() throws InterruptedException {
    synchronized (ready) {
      while (!out.isReady() && !cancelled) {
        ready.wait(100);
      }
    }
    if (cancelled) {
      throw new CancellationException("The caller has left");
    }
  }

  private void wake() {
    synchronized (ready) {
      ready.notifyAll();
    }
  }

  private void cancel() {
    synchronized (this) {
      cancelled = true;
      if (!done) {
        worker.interrupt();
      }
    }
    wake();
    boolean interrupted = false;
    while (true) {
      try {
        finished.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
