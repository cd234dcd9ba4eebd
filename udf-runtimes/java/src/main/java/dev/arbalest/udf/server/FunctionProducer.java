package dev.arbalest.udf.server;

import dev.arbalest.udf.binding.Signature;
import dev.arbalest.udf.binding.UserFunction;
import dev.arbalest.udf.binding.Kind;
import io.grpc.Status;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.ActionType;
import org.apache.arrow.flight.Criteria;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.NoOpFlightProducer;
import org.apache.arrow.flight.Result;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;

/** The Flight service: actions, and streams of calls in this protocol or in that of arrow-udf. */
public final class FunctionProducer extends NoOpFlightProducer {
  private static final List<String> ACTIONS = List.of("protocol_version", "arbalest.describe", "arbalest.health", "arbalest.drain", "arbalest.metrics");

  private final ServerState state;
  private final BufferAllocator allocator;

  /** Buffers come from {@code allocator}. */
  public FunctionProducer(ServerState state, BufferAllocator allocator) {
    this.state = state;
    this.allocator = allocator;
  }

  @Override
  public void doAction(CallContext context, Action action, StreamListener<Result> listener) {
    try {
      listener.onNext(new Result(answer(action)));
      listener.onCompleted();
    } catch (IOException e) {
      listener.onError(Refusal.invalid("The body of " + action.getType() + " is not JSON: " + e.getMessage()));
    } catch (RuntimeException e) {
      listener.onError(e);
    }
  }

  private byte[] answer(Action action) throws IOException {
    switch (action.getType()) {
      case "protocol_version":
        return new byte[] {2};
      case "arbalest.describe":
        return Description.describe(state, action.getBody());
      case "arbalest.drain":
        state.drain();
        return Description.health(state);
      case "arbalest.health":
        return Description.health(state);
      case "arbalest.metrics":
        return Description.metrics(state);
      default:
        throw Status.UNIMPLEMENTED.withDescription("There is no action \"" + action.getType() + "\"; there are " + ACTIONS).asRuntimeException();
    }
  }

  @Override
  public void listActions(CallContext context, StreamListener<ActionType> listener) {
    ACTIONS.forEach(action -> listener.onNext(new ActionType(action, "")));
    listener.onCompleted();
  }

  @Override
  public void listFlights(CallContext context, Criteria criteria, StreamListener<FlightInfo> listener) {
    state.functions.all().stream().map(UserFunction::signature).filter(signature -> signature.kind() != Kind.AGGREGATE).map(FunctionProducer::info).forEach(listener::onNext);
    listener.onCompleted();
  }

  @Override
  public FlightInfo getFlightInfo(CallContext context, FlightDescriptor descriptor) {
    return info(named(descriptor).signature());
  }

  private UserFunction named(FlightDescriptor descriptor) {
    String name = descriptor.isCommand() || descriptor.getPath().isEmpty() ? "" : descriptor.getPath().get(0);
    UserFunction function = state.functions.named(name);
    if (function == null || function.signature().kind() == Kind.AGGREGATE) {
      throw Refusal.notFound("There is no scalar or table function \"" + name + "\" in this server");
    }
    return function;
  }

  private static FlightInfo info(Signature signature) {
    return new FlightInfo(new Schema(Description.fields(signature, true)), FlightDescriptor.path(signature.name()), List.of(), -1, signature.arguments().size());
  }

  @Override
  public void doExchange(CallContext context, FlightStream reader, ServerStreamListener writer) {
    state.enter();
    try {
      Exchange exchange = new Exchange(reader, writer, allocator);
      exchange.serve(() -> exchange(exchange));
    } finally {
      state.leave();
    }
  }

  private void exchange(Exchange exchange) throws Exception {
    FlightDescriptor descriptor = exchange.input().getDescriptor();
    Schema schema = exchange.input().getSchema();
    if (!descriptor.isCommand()) {
      pathCall(exchange, named(descriptor), schema);
      return;
    }
    CallRequest request = CallRequest.read(descriptor.getCommand());
    List<ResolvedCall> calls = request.calls().stream().map(call -> ResolvedCall.of(state.functions, call, schema)).toList();
    if (calls.size() > 1 && calls.stream().anyMatch(ResolvedCall::isTable)) {
      throw Refusal.invalid("A call of a table function is alone in its stream; there are " + calls.size() + " calls");
    }
    try (SharedMemory memory = request.shared() == null ? null : new SharedMemory(request.shared(), state.inputFolder, state.outputFolder, schema, allocator)) {
      run(exchange, request, memory, calls);
    }
  }

  /** The older dialect: one function, all columns. */
  private void pathCall(Exchange exchange, UserFunction function, Schema schema) throws Exception {
    int[] columns = IntStream.range(0, schema.getFields().size()).toArray();
    String name = function.signature().name();
    CallRequest.Call call = new CallRequest.Call(name, function.signature().kind().wireName(), columns, Map.of());
    run(exchange, null, null, List.of(ResolvedCall.of(state.functions, call, schema)));
  }

  private void run(Exchange exchange, CallRequest request, SharedMemory memory, List<ResolvedCall> calls) throws Exception {
    BatchSource source = new BatchSource(exchange, request, memory);
    boolean byRow = request != null && request.errorsByRow();
    try {
      if (calls.get(0).isTable()) {
        try (TableStream stream = new TableStream(state, exchange, source, memory, calls.get(0), byRow)) {
          stream.run();
        }
      } else {
        try (ValueStream stream = new ValueStream(state, exchange, source, memory, calls, byRow)) {
          stream.run();
        }
      }
    } catch (ProtocolViolation violation) {
      if (request != null) {
        exchange.sendError(source.batch(), "protocol", null, violation);
      }
      throw violation;
    }
  }
}
