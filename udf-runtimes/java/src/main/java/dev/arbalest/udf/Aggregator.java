package dev.arbalest.udf;

import java.util.List;
import org.apache.arrow.vector.FieldVector;

/**
 * An aggregate function. The server makes one instance, with the constructor without parameters, and calls it from several threads, so an aggregator keeps all
 * it knows in states.
 *
 * @param <S> the state of a group, mutable
 * @param <V> the vector of the result
 */
public interface Aggregator<S, V extends FieldVector> {
  /** The state of a group without rows. */
  S init();

  /**
   * Takes rows into the states of their groups.
   *
   * @param states one for each group
   * @param groups for each row the position of its group in {@code states}
   * @param rows the arguments
   */
  void update(List<S> states, int[] groups, Batch rows);

  /** Takes what {@code other} has seen into {@code state}. The order in which states are merged makes no difference. */
  void merge(S state, S other);

  /** Sets {@code out} at {@code row} to the state's value, with {@code setSafe}; a row that is not set is NULL. */
  void finish(S state, V out, int row);

  /** The state in bytes, to be read by the same image. */
  byte[] toBytes(S state);

  /** The state that {@link #toBytes} wrote. */
  S fromBytes(byte[] bytes);
}
