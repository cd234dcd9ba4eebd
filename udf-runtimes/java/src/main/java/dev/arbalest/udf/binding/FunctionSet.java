package dev.arbalest.udf.binding;

import dev.arbalest.udf.DeclarationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All functions of a server, with the hooks of their classes. */
public final class FunctionSet {
  private final Map<String, UserFunction> functions;
  private final List<Runnable> onStart;
  private final List<Runnable> onStop;

  private FunctionSet(Builder builder) {
    this.functions = Map.copyOf(builder.functions);
    this.onStart = List.copyOf(builder.onStart);
    this.onStop = List.copyOf(builder.onStop);
  }

  /** The functions of these classes; throws DeclarationException for what cannot be served. */
  public static FunctionSet of(Collection<Class<?>> classes) {
    Builder builder = new Builder();
    FunctionScanner scanner = new FunctionScanner(builder);
    classes.forEach(scanner::scan);
    if (builder.functions.isEmpty()) {
      throw new DeclarationException("No functions in " + classes + ": mark methods with @ScalarFunction or @TableFunction, or classes with @AggregateFunction");
    }
    return new FunctionSet(builder);
  }

  /** The function of exactly that name; null when there is none. */
  public UserFunction named(String name) {
    return functions.get(name);
  }

  /** All functions, by name. */
  public List<UserFunction> all() {
    return functions.values().stream().sorted(java.util.Comparator.comparing(function -> function.signature().name())).toList();
  }

  /** What runs before the first call. */
  public List<Runnable> onStart() {
    return onStart;
  }

  /** What runs after the last call. */
  public List<Runnable> onStop() {
    return onStop;
  }

  static final class Builder {
    private final Map<String, UserFunction> functions = new LinkedHashMap<>();
    private final List<Runnable> onStart = new ArrayList<>();
    private final List<Runnable> onStop = new ArrayList<>();

    void function(UserFunction function) {
      String name = function.signature().name();
      if (functions.putIfAbsent(name, function) != null) {
        throw new DeclarationException("Two functions are called \"" + name + "\"; give one of them another name in its annotation");
      }
    }

    void onStart(Runnable hook) {
      onStart.add(hook);
    }

    void onStop(Runnable hook) {
      onStop.add(hook);
    }
  }
}
