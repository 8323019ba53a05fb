package dev.stint.coordinator;

import dev.stint.cluster.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Memory shared by the coordinators, for what may be lost at the price of latency, never of
 * correctness: load figures, events, views of jobs that have ended; and the users' shared maps,
 * whose promise is just that.
 *
 * <p>An implementer applies each operation on a key atomically, in one order per key for all
 * coordinators, and never blocks its caller.
 */
public interface Grid extends AutoCloseable {
  /** The value of a key. */
  CompletionStage<Optional<Bytes>> get(String map, Bytes key);

  /** Sets a key's value. */
  CompletionStage<@Nullable Void> put(String map, Bytes key, Bytes value);

  /** Removes a key; gives what it had. */
  CompletionStage<Optional<Bytes>> remove(String map, Bytes key);

  /**
   * Sets a key's value if it has the expected one; empty stands for "none" on both sides.
   *
   * @return whether it was set
   */
  CompletionStage<Boolean> compareAndSet(
      String map, Bytes key, Optional<Bytes> expected, Optional<Bytes> value);

  /** Everything in a map, as of about now. */
  CompletionStage<Map<Bytes, Bytes>> entries(String map);

  @Override
  void close();
}
