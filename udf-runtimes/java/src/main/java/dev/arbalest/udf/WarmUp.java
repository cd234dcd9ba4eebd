package dev.arbalest.udf;

import dev.arbalest.udf.FunctionServer.Listen;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.unix.DomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightClient.ExchangeReaderWriter;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightGrpcUtils;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Starts a server, calls it and ends: what is loaded then goes into the archive of classes that an image's servers start from. */
public final class WarmUp {
  private WarmUp() {}

  @ScalarFunction
  static void twice(BigIntVector value, BigIntVector out) {
    out.set(0, 2 * value.get(0));
  }

  @ScalarFunction
  static String hello(long number, String name) {
    return name + number;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("warm-up");
    Path socket = folder.resolve("udf.sock");
    EpollEventLoopGroup loops = new EpollEventLoopGroup(1);
    try (FunctionServer server = FunctionServer.start(List.of(WarmUp.class), new Listen(socket, null, folder, folder));
        BufferAllocator allocator = new RootAllocator()) {
      ManagedChannel channel = NettyChannelBuilder.forAddress(new DomainSocketAddress(socket.toFile())).eventLoopGroup(loops).channelType(EpollDomainSocketChannel.class).usePlaintext().build();
      try (FlightClient client = FlightGrpcUtils.createFlightClient(allocator, channel)) {
        client.doAction(new Action("protocol_version")).forEachRemaining(result -> {});
        client.doAction(new Action("arbalest.describe")).forEachRemaining(result -> {});
        call(client, allocator);
      } finally {
        channel.shutdownNow();
        loops.shutdownGracefully();
      }
      System.out.println("warmed up on " + server.address());
    }
    Files.deleteIfExists(socket);
    Files.delete(folder);
    System.exit(0);
  }

  private static void call(FlightClient client, BufferAllocator allocator) throws Exception {
    String command = "{\"protocol\":1,\"calls\":[{\"function\":\"twice\",\"operation\":\"scalar\",\"arguments\":[0],\"options\":{}}]}";
    BigIntVector values = new BigIntVector("value", allocator);
    values.allocateNew(1);
    values.set(0, 21);
    values.setValueCount(1);
    try (VectorSchemaRoot root = new VectorSchemaRoot(List.of(values));
        ExchangeReaderWriter exchange = client.doExchange(FlightDescriptor.command(command.getBytes(StandardCharsets.UTF_8)))) {
      root.setRowCount(1);
      exchange.getWriter().start(root);
      ArrowBuf header = allocator.buffer(48);
      header.setZero(0, 48);
      header.setByte(0, 1);
      header.setByte(1, 1);
      header.setLong(8, 1);
      header.writerIndex(48);
      exchange.getWriter().putNext(header);
      exchange.getWriter().completed();
      while (exchange.getReader().next()) {
        if (((BigIntVector) exchange.getReader().getRoot().getVector(0)).get(0) != 42) {
          throw new IllegalStateException("The server's answer is wrong");
        }
      }
    }
  }
}
