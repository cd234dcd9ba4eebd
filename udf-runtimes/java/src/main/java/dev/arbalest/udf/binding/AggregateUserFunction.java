package dev.arbalest.udf.binding;

import dev.arbalest.udf.Aggregator;
import dev.arbalest.udf.Batch;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.complex.ListVector;

/** Many rows to one value. Each operation is row by row over lists: a row for each group. */
public final class AggregateUserFunction extends UserFunction {
  private final Aggregator<Object, FieldVector> aggregator;

  AggregateUserFunction(Signature signature, Aggregator<Object, FieldVector> aggregator) {
    super(signature);
    this.aggregator = aggregator;
  }

  /** Rows of a group to its value. */
  public void complete(Input input, FieldVector out) {
    finish(updated(input), out);
  }

  /** Rows of a group to its state. */
  public void update(Input input, FieldVector out) {
    write(updated(input), out);
  }

  /** States of a group to one state. */
  public void merge(Input input, FieldVector out) {
    write(merged(input), out);
  }

  /** States of a group to its value. */
  public void finish(Input input, FieldVector out) {
    finish(merged(input), out);
  }

  private List<Object> updated(Input input) {
    List<Object> states = new ArrayList<>(input.rows());
    for (int group = 0; group < input.rows(); group++) {
      states.add(aggregator.init());
    }
    try (GroupedRows rows = GroupedRows.of((ListVector) input.columns().get(0), input, signature().arguments().size(), signature().propagates())) {
      if (rows.count() > 0) {
        aggregator.update(states, rows.groups(), new Batch(rows.count(), rows.columns()));
      }
    }
    return states;
  }

  private List<Object> merged(Input input) {
    ListVector lists = (ListVector) input.columns().get(0);
    VarBinaryVector bytes = (VarBinaryVector) lists.getDataVector();
    List<Object> states = new ArrayList<>(input.rows());
    for (int group = 0; group < input.rows(); group++) {
      Object state = null;
      int end = lists.isNull(group) ? 0 : lists.getElementEndIndex(group);
      for (int i = lists.isNull(group) ? 0 : lists.getElementStartIndex(group); i < end; i++) {
        if (!bytes.isNull(i)) {
          state = taken(state, aggregator.fromBytes(bytes.get(i)));
        }
      }
      states.add(state == null ? aggregator.init() : state);
    }
    return states;
  }

  private Object taken(Object state, Object other) {
    if (state == null) {
      return other;
    }
    aggregator.merge(state, other);
    return state;
  }

  private void finish(List<Object> states, FieldVector out) {
    for (int group = 0; group < states.size(); group++) {
      aggregator.finish(states.get(group), out, group);
    }
  }

  private void write(List<Object> states, FieldVector out) {
    for (int group = 0; group < states.size(); group++) {
      ((VarBinaryVector) out).setSafe(group, aggregator.toBytes(states.get(group)));
    }
  }
}
