package dev.arbalest.udf.binding;

import org.apache.arrow.vector.FieldVector;

/** A vectorised scalar function: arguments first, the vector to fill last. */
final class VectorScalar implements Evaluator {
  private final BoundMethod method;

  VectorScalar(BoundMethod method) {
    this.method = method;
  }

  @Override
  public void evaluate(Input input, FieldVector out) throws Throwable {
    Object[] values = new Object[method.parameters().size()];
    int column = 0;
    for (int i = 0; i < values.length; i++) {
      if (method.parameters().get(i).isContext()) {
        values[i] = input.context();
      } else {
        values[i] = column < input.columns().size() ? input.columns().get(column) : out;
        column++;
      }
    }
    method.invoke(values);
  }
}
