package dev.arbalest.udf.binding;

import dev.arbalest.udf.types.JavaTypes;
import dev.arbalest.udf.types.RecordColumns;
import dev.arbalest.udf.types.ValueReader;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import org.apache.arrow.vector.types.pojo.Field;

/** A table function by row. */
final class RowTable {
  private final BoundMethod method;
  private final ValueReader[] readers;
  private final RecordColumns writer;

  RowTable(BoundMethod method, List<Field> arguments, List<Field> columns) {
    this.method = method;
    this.readers = new ValueReader[arguments.size()];
    java.util.Arrays.setAll(readers, i -> ValueReader.of(arguments.get(i), method.arguments().get(i).type()));
    this.writer = new RecordColumns(columns, rowType(method));
  }

  /** What the method makes: {@code T} of its {@code Stream<T>}, {@code Iterable<T>}, {@code Iterator<T>} or {@code Consumer<T>}. */
  static Type rowType(BoundMethod method) {
    for (BoundMethod.Parameter parameter : method.parameters()) {
      if (parameter.isConsumer()) {
        return lowerBound(parameter.type());
      }
    }
    return JavaTypes.parameter(method.method().getGenericReturnType(), 0);
  }

  private static Type lowerBound(Type consumer) {
    Type parameter = ((java.lang.reflect.ParameterizedType) consumer).getActualTypeArguments()[0];
    return parameter instanceof java.lang.reflect.WildcardType wildcard && wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : JavaTypes.parameter(consumer, 0);
  }

  void run(Input input, TableOutput out, boolean propagates) throws Throwable {
    boolean skipsNulls = propagates && input.hasNulls();
    for (int row = 0; row < input.rows(); row++) {
      if (input.context().cancelled()) {
        throw new CancellationException("The caller has left");
      }
      if (!skipsNulls || !input.hasNull(row)) {
        one(input, row, out);
      }
    }
  }

  private void one(Input input, int row, TableOutput out) throws Throwable {
    if (!out.keepsMessages()) {
      try {
        call(input, row, out);
      } catch (CancellationException e) {
        throw e;
      } catch (Throwable cause) {
        throw new RowFailure(row, cause);
      }
      return;
    }
    out.hold();
    try {
      call(input, row, out);
      out.commit();
    } catch (CancellationException | OutOfMemoryError e) {
      throw e;
    } catch (Throwable cause) {
      out.rollBack();
      out.fail(row, Failures.message(cause));
    }
  }

  private void call(Input input, int row, TableOutput out) throws Throwable {
    Consumer<Object> rows = value -> {
      if (input.context().cancelled()) {
        throw new CancellationException("The caller has left");
      }
      writer.write(out.columns(), out.row(row), value);
    };
    Object made = method.invoke(arguments(input, row, rows));
    if (made instanceof BaseStream<?, ?> stream) {
      try (stream) {
        stream.iterator().forEachRemaining(rows);
      }
    } else if (made instanceof Iterable<?> iterable) {
      iterable.forEach(rows);
    } else if (made instanceof Iterator<?> iterator) {
      iterator.forEachRemaining(rows);
    }
  }

  private Object[] arguments(Input input, int row, Consumer<Object> rows) {
    Object[] values = new Object[method.parameters().size()];
    int column = 0;
    for (int i = 0; i < values.length; i++) {
      BoundMethod.Parameter parameter = method.parameters().get(i);
      if (parameter.isContext()) {
        values[i] = input.context();
      } else if (parameter.isConsumer()) {
        values[i] = rows;
      } else {
        values[i] = readers[column].readOrNull(input.columns().get(column++), row);
      }
    }
    return values;
  }
}
