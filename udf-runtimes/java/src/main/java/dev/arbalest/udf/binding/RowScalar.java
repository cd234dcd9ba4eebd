package dev.arbalest.udf.binding;

import dev.arbalest.udf.FunctionContext;
import dev.arbalest.udf.types.ValueReader;
import dev.arbalest.udf.types.ValueWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * A scalar function by row: reading the arguments, calling the method and writing its result are one method handle, so that primitives are never boxed. The
 * handle is put together at the first call, which keeps the start of a server with many functions short.
 */
final class RowScalar implements RowEvaluator {
  private static final MethodType ROW = MethodType.methodType(void.class, FieldVector[].class, FieldVector.class, FunctionContext.class, int.class);

  private final BoundMethod method;
  private final List<Field> arguments;
  private final Field result;
  private final boolean propagates;
  private volatile MethodHandle handle;

  RowScalar(BoundMethod method, List<Field> arguments, Field result, boolean propagates) {
    this.method = method;
    this.arguments = arguments;
    this.result = result;
    this.propagates = propagates;
  }

  @Override
  public boolean propagates() {
    return propagates;
  }

  @Override
  public void row(FieldVector[] columns, FieldVector out, FunctionContext context, int row) throws Throwable {
    MethodHandle ready = handle;
    if (ready == null) {
      ready = compose();
      handle = ready;
    }
    ready.invokeExact(columns, out, context, row);
  }

  /** Throws IllegalArgumentException for a type that cannot be read or written. */
  void check() {
    List<BoundMethod.Parameter> parameters = method.arguments();
    for (int i = 0; i < parameters.size(); i++) {
      reader(arguments.get(i), parameters.get(i));
    }
    writer();
  }

  private MethodHandle compose() {
    MethodHandle call = method.handle();
    List<Integer> order = new ArrayList<>();
    int argument = 0;
    int position = 0;
    for (BoundMethod.Parameter parameter : method.parameters()) {
      if (parameter.isContext()) {
        order.add(1);
        position++;
      } else {
        call = MethodHandles.collectArguments(call, position, column(argument, parameter));
        argument++;
        position += 2;
        order.addAll(List.of(0, 2));
      }
    }
    MethodType read = MethodType.methodType(call.type().returnType(), FieldVector[].class, FunctionContext.class, int.class);
    MethodHandle value = MethodHandles.permuteArguments(call, read, order.stream().mapToInt(Integer::intValue).toArray());
    MethodHandle written = MethodHandles.collectArguments(writer(), 2, value);
    return MethodHandles.permuteArguments(written, ROW, 1, 3, 0, 2, 3);
  }

  /** {@code (FieldVector[], int) parameter}. */
  private MethodHandle column(int index, BoundMethod.Parameter parameter) {
    MethodHandle element = MethodHandles.insertArguments(MethodHandles.arrayElementGetter(FieldVector[].class), 1, index);
    return MethodHandles.filterArguments(reader(arguments.get(index), parameter), 0, element);
  }

  /** {@code (FieldVector, int) parameter}. */
  private MethodHandle reader(Field field, BoundMethod.Parameter parameter) {
    MethodHandle primitive = PrimitiveAccess.reader(field.getType(), parameter.raw());
    if (primitive != null) {
      return primitive;
    }
    String verb = propagates ? "read" : "readOrNull";
    MethodType type = MethodType.methodType(Object.class, FieldVector.class, int.class);
    return method(ValueReader.class, verb, type).bindTo(ValueReader.of(field, parameter.type())).asType(type.changeReturnType(parameter.raw()));
  }

  /** {@code (FieldVector, int, result) void}. */
  private MethodHandle writer() {
    Class<?> raw = method.method().getReturnType();
    MethodHandle primitive = PrimitiveAccess.writer(result.getType(), raw);
    if (primitive != null) {
      return primitive;
    }
    MethodType type = MethodType.methodType(void.class, FieldVector.class, int.class, Object.class);
    return method(ValueWriter.class, "writeOrNull", type).bindTo(ValueWriter.of(result, method.method().getGenericReturnType())).asType(type.changeParameterType(2, raw));
  }

  private static MethodHandle method(Class<?> owner, String name, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
