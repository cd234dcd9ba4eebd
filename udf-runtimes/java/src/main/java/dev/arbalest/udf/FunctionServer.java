package dev.arbalest.udf;

import dev.arbalest.udf.binding.FunctionSet;
import dev.arbalest.udf.server.FunctionProducer;
import dev.arbalest.udf.server.ServerState;
import dev.arbalest.udf.server.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** A server of the functions in some classes. {@link Main} starts one as a process; tests start their own. */
public final class FunctionServer implements AutoCloseable {
  private static final long DRAIN_MILLIS = 10_000;

  private final FunctionSet functions;
  private final ServerState state;
  private final BufferAllocator allocator;
  private final Transport transport;
  private final FlightServer server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private FunctionServer(FunctionSet functions, Listen listen) throws IOException {
    this.functions = functions;
    this.state = new ServerState(functions, listen.inputFolder(), listen.outputFolder());
    this.allocator = new RootAllocator();
    this.transport = new Transport(listen.socket(), listen.address());
    this.server = transport.serve(allocator, new FunctionProducer(state, allocator));
  }

  /**
   * Where a server listens, and where shared files lie.
   *
   * @param socket path of a Unix socket; null for TCP
   * @param address {@code host:port}, used when there is no socket; port 0 takes a free one
   * @param inputFolder the caller's shared files; null for none
   * @param outputFolder files for answers; null for none
   */
  public record Listen(Path socket, String address, Path inputFolder, Path outputFolder) {}

  /**
   * Runs the start-up hooks of the classes, then listens.
   *
   * @throws DeclarationException for a function that cannot be served
   * @throws IOException when the place to listen on cannot be had
   */
  public static FunctionServer start(Collection<Class<?>> classes, Listen listen) throws IOException {
    FunctionSet functions = FunctionSet.of(classes);
    functions.onStart().forEach(Runnable::run);
    return new FunctionServer(functions, listen);
  }

  /** Where it listens: {@code unix:PATH} or {@code HOST:PORT} with the real port. */
  public String address() {
    return transport.address(server);
  }

  /** Names of the functions. */
  public List<String> functions() {
    return functions.all().stream().map(function -> function.signature().name()).toList();
  }

  /** Bytes of vectors that are not freed: 0 when no call runs, else something leaks. */
  long allocatedBytes() {
    return allocator.getAllocatedMemory();
  }

  /** Takes no more calls, waits up to 10 seconds for those that run, and runs the shutdown hooks. Once; later calls do nothing. */
  @Override
  public void close() throws InterruptedException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    state.drain();
    state.awaitIdle(DRAIN_MILLIS);
    transport.stop(server);
    for (Runnable hook : functions.onStop()) {
      try {
        hook.run();
      } catch (RuntimeException e) {
        e.printStackTrace(System.out);
      }
    }
  }
}
