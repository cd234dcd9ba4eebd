package dev.arbalest.udf.server;

import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.arrow.flight.FlightProducer;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;

/** The sockets and threads under a server. */
public final class Transport {
  private static final int WINDOW_BYTES = 16 << 20;

  private final Path socket;
  private final String host;
  private final int port;
  private final EventLoopGroup loops = new EpollEventLoopGroup(2);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** On a Unix socket, or where that is null on {@code host:port}. */
  public Transport(Path socket, String address) {
    int colon = socket != null ? -1 : address.lastIndexOf(':');
    this.socket = socket;
    this.host = socket != null ? null : address.substring(0, colon);
    this.port = socket != null ? 0 : Integer.parseInt(address.substring(colon + 1));
  }

  /** Begins to listen; a socket that is left over at the path is replaced. */
  public FlightServer serve(BufferAllocator allocator, FlightProducer producer) throws IOException {
    if (socket != null) {
      Files.deleteIfExists(socket);
    }
    Location location = socket != null ? Location.forGrpcDomainSocket(socket.toString()) : Location.forGrpcInsecure(host, port);
    Consumer<NettyServerBuilder> settings = builder -> builder.flowControlWindow(WINDOW_BYTES);
    return FlightServer.builder(allocator, location, producer)
        .executor(threads)
        .transportHint("grpc.builderConsumer", settings)
        .transportHint("netty.channelType", socket != null ? EpollServerDomainSocketChannel.class : EpollServerSocketChannel.class)
        .transportHint("netty.bossEventLoopGroup", loops)
        .transportHint("netty.workerEventLoopGroup", loops)
        .build()
        .start();
  }

  /** As the log says it. */
  public String address(FlightServer server) {
    return socket != null ? "unix:" + socket : host + ":" + server.getPort();
  }

  /** Closes the sockets, ending the calls that still run. */
  public void stop(FlightServer server) throws InterruptedException {
    server.close();
    loops.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS);
    threads.shutdownNow();
  }
}
