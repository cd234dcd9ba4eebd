package dev.arbalest.udf.server;

import dev.arbalest.udf.binding.FunctionSet;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all calls of a server share. */
public final class ServerState {
  final FunctionSet functions;
  final Path inputFolder;
  final Path outputFolder;
  private final Map<String, FunctionMetrics> metrics = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean draining;

  /** Folders are null where there is no shared memory. */
  public ServerState(FunctionSet functions, Path inputFolder, Path outputFolder) {
    this.functions = functions;
    this.inputFolder = inputFolder;
    this.outputFolder = outputFolder;
  }

  FunctionMetrics metrics(String function) {
    return metrics.computeIfAbsent(function, name -> new FunctionMetrics());
  }

  /** Counts a call in; throws a refusal while draining. */
  void enter() {
    calls.incrementAndGet();
    if (draining) {
      leave();
      throw Refusal.draining();
    }
  }

  void leave() {
    calls.decrementAndGet();
  }

  int calls() {
    return calls.get();
  }

  boolean isDraining() {
    return draining;
  }

  /** From now on new calls are refused. */
  public void drain() {
    draining = true;
  }

  /** Waits until no call runs, so long at most. */
  public void awaitIdle(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (calls.get() > 0 && System.nanoTime() < end) {
      Thread.sleep(10);
    }
  }
}
