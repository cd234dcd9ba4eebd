package dev.arbalest.udf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightGrpcUtils;
import org.apache.arrow.flight.Result;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;

/** The caller's side of the protocol, over a Unix socket, for one server of some classes. */
final class Caller implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  final BufferAllocator allocator = new RootAllocator();
  final Path folder;
  final FunctionServer server;
  final FlightClient client;
  private final ManagedChannel channel;
  private final EpollEventLoopGroup loops = new EpollEventLoopGroup(1);

  Caller(Class<?>... classes) throws IOException {
    folder = Files.createTempDirectory("udf");
    server = FunctionServer.start(List.of(classes), new FunctionServer.Listen(folder.resolve("udf.sock"), null, folder, folder));
    // FlightClient's own builder takes the channel of a Unix socket for that of a server, and fails.
    channel =
        NettyChannelBuilder.forAddress(new DomainSocketAddress(folder.resolve("udf.sock").toFile()))
            .eventLoopGroup(loops)
            .channelType(EpollDomainSocketChannel.class)
            .usePlaintext()
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .build();
    client = FlightGrpcUtils.createFlightClient(allocator, channel);
  }

  byte[] action(String type, String body) {
    Iterator<Result> results = client.doAction(new Action(type, body.getBytes(StandardCharsets.UTF_8)));
    return results.next().getBody();
  }

  JsonNode json(String type, String body) throws IOException {
    return JSON.readTree(action(type, body));
  }

  /** Opens a stream; {@code call} is the JSON of the first frame. */
  Stream open(String call, VectorSchemaRoot input) {
    return new Stream(FlightDescriptor.command(call.getBytes(StandardCharsets.UTF_8)), input);
  }

  Stream open(FlightDescriptor descriptor, VectorSchemaRoot input) {
    return new Stream(descriptor, input);
  }

  @Override
  public void close() throws Exception {
    client.close();
    channel.shutdownNow();
    server.close();
    loops.shutdownGracefully();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** An answer as Java objects. {@code columns} is null for an error, whose JSON is {@code error}. */
  record Answer(int kind, int flags, int rows, long batch, long length, List<List<Object>> columns, JsonNode error) {
    boolean last() {
      return (flags & 1) != 0;
    }
  }

  final class Stream implements AutoCloseable {
    final FlightClient.ExchangeReaderWriter exchange;
    private long next = 1;

    Stream(FlightDescriptor descriptor, VectorSchemaRoot input) {
      exchange = client.doExchange(descriptor);
      exchange.getWriter().start(input);
    }

    void send() {
      exchange.getWriter().putNext(header(1, 0, 0, 0, 0));
    }

    void sendPlain() {
      exchange.getWriter().putNext();
    }

    /** Writes the batch into the input file and names it; the answer has the beginning of the output file as its room. Says how long the message is. */
    int sendShared(VectorSchemaRoot input, Path file, long offset, long roomBytes) throws IOException {
      byte[] message = encapsulated(input);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(message), offset);
      }
      sendHeader(header(2, offset, message.length, 0, roomBytes));
      return message.length;
    }

    void sendHeader(ArrowBuf header) {
      exchange.getWriter().putMetadata(header);
    }

    ArrowBuf header(int kind, long offset, long length, long room, long roomBytes) {
      ArrowBuf header = allocator.buffer(48);
      header.setZero(0, 48);
      header.setByte(0, 1);
      header.setByte(1, kind);
      header.setLong(8, next++);
      header.setLong(16, offset);
      header.setLong(24, length);
      header.setLong(32, room);
      header.setLong(40, roomBytes);
      header.writerIndex(48);
      return header;
    }

    void end() {
      exchange.getWriter().completed();
    }

    Answer answer() throws IOException {
      return answer(null);
    }

    Answer answer(Path output) throws IOException {
      if (!exchange.getReader().next()) {
        return null;
      }
      ArrowBuf header = exchange.getReader().getLatestMetadata();
      int kind = header.getByte(1);
      byte[] tail = new byte[(int) header.readableBytes() - 48];
      header.getBytes(48, tail);
      List<List<Object>> columns = kind == 3 ? null : kind == 1 ? values(exchange.getReader().getRoot()) : shared(output, header.getLong(16), header.getLong(24));
      return new Answer(kind, header.getShort(2), header.getInt(4), header.getLong(8), header.getLong(24), columns, kind == 3 ? JSON.readTree(tail) : null);
    }

    private List<List<Object>> shared(Path file, long offset, long length) throws IOException {
      byte[] bytes = Arrays.copyOfRange(Files.readAllBytes(file), (int) offset, (int) (offset + length));
      ReadChannel channel = new ReadChannel(Channels.newChannel(new java.io.ByteArrayInputStream(bytes)));
      try (VectorSchemaRoot root = VectorSchemaRoot.create(exchange.getReader().getSchema(), allocator);
          ArrowRecordBatch batch = MessageSerializer.deserializeRecordBatch(channel, allocator)) {
        new VectorLoader(root).load(batch);
        return values(root);
      }
    }

    @Override
    public void close() throws Exception {
      exchange.close();
    }
  }

  static List<List<Object>> values(VectorSchemaRoot root) {
    List<List<Object>> columns = new ArrayList<>();
    for (FieldVector vector : root.getFieldVectors()) {
      List<Object> column = new ArrayList<>();
      for (int row = 0; row < root.getRowCount(); row++) {
        Object value = vector.getObject(row);
        column.add(value instanceof org.apache.arrow.vector.util.Text text ? text.toString() : value);
      }
      columns.add(column);
    }
    return columns;
  }

  /** A message whose body starts on a multiple of 64 bytes. */
  private static byte[] encapsulated(VectorSchemaRoot root) throws IOException {
    try (ArrowRecordBatch batch = new VectorUnloader(root).getRecordBatch()) {
      ByteBuffer metadata = MessageSerializer.serializeMetadata(batch);
      int padded = (metadata.remaining() + 8 + 63) / 64 * 64;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(ByteBuffer.allocate(8).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(-1).putInt(padded - 8).array());
      byte[] flat = new byte[padded - 8];
      metadata.get(flat, 0, metadata.remaining());
      bytes.write(flat);
      MessageSerializer.writeBatchBuffers(new WriteChannel(Channels.newChannel(bytes)), batch);
      return bytes.toByteArray();
    }
  }
}
