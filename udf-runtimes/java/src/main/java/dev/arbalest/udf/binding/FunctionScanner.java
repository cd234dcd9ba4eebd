package dev.arbalest.udf.binding;

import dev.arbalest.udf.AggregateFunction;
import dev.arbalest.udf.Aggregator;
import dev.arbalest.udf.DeclarationException;
import dev.arbalest.udf.Nulls;
import dev.arbalest.udf.OnStart;
import dev.arbalest.udf.OnStop;
import dev.arbalest.udf.ScalarFunction;
import dev.arbalest.udf.TableFunction;
import dev.arbalest.udf.types.JavaTypes;
import dev.arbalest.udf.types.SqlTypeParser;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.Field;

/** Finds the functions and hooks of a class: its annotated methods, the class itself where it is an aggregate, and its annotated member classes. */
final class FunctionScanner {
  private final FunctionSet.Builder found;

  FunctionScanner(FunctionSet.Builder found) {
    this.found = found;
  }

  void scan(Class<?> type) {
    if (type.isAnnotationPresent(AggregateFunction.class)) {
      found.function(aggregate(type, type.getAnnotation(AggregateFunction.class)));
    }
    Object owner = null;
    for (Method method : sorted(type.getDeclaredMethods())) {
      if (isOurs(method)) {
        owner = owner == null && !Modifier.isStatic(method.getModifiers()) ? instance(type) : owner;
        add(BoundMethod.of(method, Modifier.isStatic(method.getModifiers()) ? null : owner));
      }
    }
    for (Class<?> member : type.getDeclaredClasses()) {
      if (member.isAnnotationPresent(AggregateFunction.class)) {
        scan(member);
      }
    }
  }

  private static Method[] sorted(Method[] methods) {
    Arrays.sort(methods, Comparator.comparing(Method::getName));
    return methods;
  }

  private static boolean isOurs(Method method) {
    return method.isAnnotationPresent(ScalarFunction.class) || method.isAnnotationPresent(TableFunction.class) || method.isAnnotationPresent(OnStart.class) || method.isAnnotationPresent(OnStop.class);
  }

  private void add(BoundMethod method) {
    try {
      if (method.method().isAnnotationPresent(OnStart.class)) {
        found.onStart(() -> invoke(method));
      } else if (method.method().isAnnotationPresent(OnStop.class)) {
        found.onStop(() -> invoke(method));
      } else if (method.method().isAnnotationPresent(ScalarFunction.class)) {
        found.function(scalar(method, method.method().getAnnotation(ScalarFunction.class)));
      } else {
        found.function(table(method, method.method().getAnnotation(TableFunction.class)));
      }
    } catch (IllegalArgumentException e) {
      throw new DeclarationException(method.where() + ": " + e.getMessage(), e);
    }
  }

  private static void invoke(BoundMethod method) {
    try {
      method.invoke();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(method.where() + " failed", e);
    }
  }

  private static ScalarUserFunction scalar(BoundMethod method, ScalarFunction said) {
    Signature.Traits traits = new Signature.Traits(said.nulls(), said.volatility(), said.repeatable(), said.batchRows(), said.batchBytes(), said.parallelism(), said.options(), said.doc());
    String name = name(said.name(), method.method().getName());
    return method.isVectorised() ? vectorScalar(method, said, name, traits) : rowScalar(method, said, name, traits);
  }

  private static ScalarUserFunction vectorScalar(BoundMethod method, ScalarFunction said, String name, Signature.Traits traits) {
    List<BoundMethod.Parameter> parameters = method.arguments();
    if (method.method().getReturnType() != void.class || !parameters.stream().allMatch(BoundMethod.Parameter::isVector)) {
      throw new IllegalArgumentException("a vectorised function is void and takes vectors only, the last one being the result");
    }
    List<Field> arguments = new ArrayList<>(fields(parameters.subList(0, parameters.size() - 1)));
    BoundMethod.Parameter out = parameters.get(parameters.size() - 1);
    Field result = JavaTypes.field(name, out.type(), said.returns().isEmpty() ? out.sqlType() : said.returns());
    Signature signature = traits.signature(name, Kind.SCALAR, arguments, List.of(result));
    Evaluator evaluator = new VectorScalar(method);
    return new ScalarUserFunction(signature, signature.propagates() && !arguments.isEmpty() ? new NullPropagation(evaluator) : evaluator);
  }

  private static ScalarUserFunction rowScalar(BoundMethod method, ScalarFunction said, String name, Signature.Traits traits) {
    refusePrimitivesForNulls(method, said.nulls());
    List<Field> arguments = fields(method.arguments());
    Field result = JavaTypes.field(name, method.method().getGenericReturnType(), said.returns());
    Signature signature = traits.signature(name, Kind.SCALAR, arguments, List.of(result));
    RowScalar evaluator = new RowScalar(method, arguments, result, signature.propagates());
    evaluator.check();
    return new ScalarUserFunction(signature, evaluator);
  }

  private static TableUserFunction table(BoundMethod method, TableFunction said) {
    Signature.Traits traits = new Signature.Traits(said.nulls(), said.volatility(), said.repeatable(), said.batchRows(), said.batchBytes(), said.parallelism(), said.options(), said.doc());
    String name = name(said.name(), method.method().getName());
    boolean writes = method.parameters().stream().anyMatch(BoundMethod.Parameter::isWriter);
    boolean iterates = method.parameters().stream().anyMatch(BoundMethod.Parameter::isBatches);
    if (iterates != !said.arguments().isEmpty()) {
      throw new IllegalArgumentException("arguments = \"…\" belongs to functions that take an Iterator<Batch>, and to them only");
    }
    List<Field> arguments = iterates ? SqlTypeParser.columns(said.arguments()) : fields(method.arguments());
    List<Field> columns = said.returns().isEmpty() ? derivedColumns(method, writes, name) : SqlTypeParser.columns(said.returns());
    Signature signature = traits.signature(name, Kind.TABLE, arguments, columns);
    if (!writes) {
      refusePrimitivesForNulls(method, said.nulls());
    }
    return new TableUserFunction(signature, method, writes ? null : new RowTable(method, arguments, columns));
  }

  private static List<Field> derivedColumns(BoundMethod method, boolean writes, String name) {
    if (writes) {
      throw new IllegalArgumentException("a function with a TableWriter says its columns in returns = \"name TYPE, …\"");
    }
    Type row = RowTable.rowType(method);
    return JavaTypes.raw(row).isRecord() ? JavaTypes.components(JavaTypes.raw(row)) : List.of(JavaTypes.field(name, row, ""));
  }

  @SuppressWarnings("unchecked")
  private static AggregateUserFunction aggregate(Class<?> type, AggregateFunction said) {
    if (!Aggregator.class.isAssignableFrom(type)) {
      throw new DeclarationException(type.getName() + " is marked as an aggregate function and does not implement Aggregator");
    }
    Signature.Traits traits = new Signature.Traits(said.nulls(), said.volatility(), said.repeatable(), said.batchRows(), said.batchBytes(), said.parallelism(), said.options(), said.doc());
    String name = name(said.name(), type.getSimpleName());
    try {
      List<Field> arguments = SqlTypeParser.columns(said.arguments());
      Signature signature = traits.signature(name, Kind.AGGREGATE, arguments, List.of(SqlTypeParser.type(name, said.returns())));
      return new AggregateUserFunction(signature, (Aggregator<Object, FieldVector>) instance(type));
    } catch (IllegalArgumentException e) {
      throw new DeclarationException(type.getName() + ": " + e.getMessage(), e);
    }
  }

  private static List<Field> fields(List<BoundMethod.Parameter> parameters) {
    return parameters.stream().map(BoundMethod.Parameter::field).toList();
  }

  private static void refusePrimitivesForNulls(BoundMethod method, Nulls nulls) {
    for (BoundMethod.Parameter parameter : method.arguments()) {
      if (nulls == Nulls.CALL && parameter.raw().isPrimitive()) {
        String boxed = JavaTypes.boxed(parameter.raw()).getSimpleName();
        throw new IllegalArgumentException("\"" + parameter.name() + "\" is a " + parameter.raw() + " and cannot be the NULL that nulls = CALL lets in; write " + boxed);
      }
    }
  }

  /** A name in SQL: what is said, else the Java name in snake case. */
  private static String name(String said, String java) {
    return said.isEmpty() ? java.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) : said;
  }

  private static Object instance(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new DeclarationException(type.getName() + " has methods that are not static and no constructor without parameters", e);
    } catch (ReflectiveOperationException e) {
      throw new DeclarationException(type.getName() + " cannot be made: " + e.getCause(), e);
    }
  }
}
