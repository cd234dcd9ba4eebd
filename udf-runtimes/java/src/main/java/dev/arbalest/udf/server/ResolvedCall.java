package dev.arbalest.udf.server;

import dev.arbalest.udf.binding.AggregateUserFunction;
import dev.arbalest.udf.binding.Evaluator;
import dev.arbalest.udf.binding.FunctionSet;
import dev.arbalest.udf.binding.ScalarUserFunction;
import dev.arbalest.udf.binding.Signature;
import dev.arbalest.udf.binding.TableUserFunction;
import dev.arbalest.udf.binding.UserFunction;
import dev.arbalest.udf.types.SqlTypes;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A call whose function is found and whose arguments have its types.
 *
 * @param evaluator null for a table function
 * @param result null for a table function
 */
record ResolvedCall(UserFunction function, Evaluator evaluator, Field result, int[] arguments, Map<String, String> options) {
  private static final Field STATE = new Field("state", FieldType.nullable(ArrowType.Binary.INSTANCE), null);

  /** Throws a refusal for an unknown function, an operation that does not fit, or arguments of other types. */
  static ResolvedCall of(FunctionSet functions, CallRequest.Call call, Schema input) {
    UserFunction function = functions.named(call.function());
    if (function == null) {
      throw Refusal.notFound("There is no function \"" + call.function() + "\" in this server");
    }
    List<Field> columns = columns(call, input);
    if (function instanceof ScalarUserFunction scalar && call.operation().equals("scalar")) {
      check(function.signature(), columns);
      return new ResolvedCall(function, scalar.evaluator(), scalar.signature().results().get(0), call.arguments(), call.options());
    } else if (function instanceof TableUserFunction && call.operation().equals("table")) {
      check(function.signature(), columns);
      return new ResolvedCall(function, null, null, call.arguments(), call.options());
    } else if (function instanceof AggregateUserFunction aggregate) {
      return aggregate(aggregate, call, columns);
    }
    throw misfit(call, function);
  }

  boolean isTable() {
    return function instanceof TableUserFunction;
  }

  private static ResolvedCall aggregate(AggregateUserFunction function, CallRequest.Call call, List<Field> columns) {
    Field value = function.signature().results().get(0);
    return switch (call.operation()) {
      case "complete" -> new ResolvedCall(function, function::complete, value, groups(call, function, columns), call.options());
      case "update" -> new ResolvedCall(function, function::update, STATE, groups(call, function, columns), call.options());
      case "merge" -> new ResolvedCall(function, function::merge, STATE, states(call, columns), call.options());
      case "finish" -> new ResolvedCall(function, function::finish, value, states(call, columns), call.options());
      default -> throw misfit(call, function);
    };
  }

  private static RuntimeException misfit(CallRequest.Call call, UserFunction function) {
    return Refusal.invalid("\"" + call.operation() + "\" is no operation of " + call.function() + ", a function of the kind " + function.signature().kind().wireName());
  }

  private static List<Field> columns(CallRequest.Call call, Schema input) {
    for (int column : call.arguments()) {
      if (column < 0 || column >= input.getFields().size()) {
        throw Refusal.invalid("A call of " + call.function() + " names column " + column + " of an input of " + input.getFields().size());
      }
    }
    return java.util.Arrays.stream(call.arguments()).mapToObj(input.getFields()::get).toList();
  }

  private static void check(Signature signature, List<Field> columns) {
    List<Field> wanted = signature.arguments();
    if (wanted.size() != columns.size()) {
      throw Refusal.invalid(signature.name() + " takes " + wanted.size() + " arguments; " + columns.size() + " are given");
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!SqlTypes.same(wanted.get(i), columns.get(i))) {
        throw Refusal.invalid("Argument \"" + wanted.get(i).getName() + "\" of " + signature.name() + " is " + wanted.get(i) + "; " + columns.get(i) + " is given");
      }
    }
  }

  private static int[] groups(CallRequest.Call call, AggregateUserFunction function, List<Field> columns) {
    Field item = item(call, columns);
    List<Field> wanted = function.signature().arguments();
    if (wanted.size() == 1) {
      check(function.signature(), List.of(item));
    } else if (wanted.size() > 1) {
      check(function.signature(), item.getType() instanceof ArrowType.Struct ? item.getChildren() : List.of(item));
    }
    return call.arguments();
  }

  private static int[] states(CallRequest.Call call, List<Field> columns) {
    if (!(item(call, columns).getType() instanceof ArrowType.Binary)) {
      throw Refusal.invalid("\"" + call.operation() + "\" of " + call.function() + " takes a list of states, which are Binary; " + columns.get(0) + " is given");
    }
    return call.arguments();
  }

  private static Field item(CallRequest.Call call, List<Field> columns) {
    if (columns.size() != 1 || !(columns.get(0).getType() instanceof ArrowType.List)) {
      throw Refusal.invalid("\"" + call.operation() + "\" of " + call.function() + " takes one column, a list; " + columns + " is given");
    }
    return columns.get(0).getChildren().get(0);
  }
}
