package dev.arbalest.udf.binding;

import dev.arbalest.udf.Argument;
import dev.arbalest.udf.FunctionContext;
import dev.arbalest.udf.types.JavaTypes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.Field;
import dev.arbalest.udf.Batch;
import dev.arbalest.udf.TableWriter;

/** A method of the user's, and the object that it is called on; null for a static one. */
record BoundMethod(Method method, Object owner, List<Parameter> parameters) {
  static BoundMethod of(Method method, Object owner) {
    method.setAccessible(true);
    return new BoundMethod(method, owner, Arrays.stream(method.getParameters()).map(Parameter::of).toList());
  }

  /** The parameters that are arguments in SQL. */
  List<Parameter> arguments() {
    return parameters.stream().filter(Parameter::isArgument).toList();
  }

  boolean isVectorised() {
    return parameters.stream().anyMatch(Parameter::isVector);
  }

  MethodHandle handle() {
    try {
      MethodHandle handle = MethodHandles.lookup().unreflect(method);
      return owner == null ? handle : handle.bindTo(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls the method and throws what it throws. */
  Object invoke(Object... values) throws Throwable {
    try {
      return method.invoke(owner, values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Where a method stands, for errors. */
  String where() {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  record Parameter(String name, Type type, Class<?> raw, String sqlType) {
    static Parameter of(java.lang.reflect.Parameter parameter) {
      Argument said = parameter.getAnnotation(Argument.class);
      String name = said == null || said.name().isEmpty() ? parameter.getName() : said.name();
      return new Parameter(name, parameter.getParameterizedType(), parameter.getType(), said == null ? "" : said.type());
    }

    boolean isContext() {
      return raw == FunctionContext.class;
    }

    boolean isVector() {
      return FieldVector.class.isAssignableFrom(raw);
    }

    boolean isWriter() {
      return raw == TableWriter.class;
    }

    boolean isConsumer() {
      return raw == Consumer.class;
    }

    boolean isBatches() {
      return raw == java.util.Iterator.class && JavaTypes.parameter(type, 0) == Batch.class;
    }

    boolean isArgument() {
      return !isContext() && !isWriter() && !isConsumer() && !isBatches();
    }

    Field field() {
      return JavaTypes.field(name, type, sqlType);
    }
  }
}
