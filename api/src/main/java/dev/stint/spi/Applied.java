package dev.stint.spi;

import dev.stint.Tasklet;
import org.jspecify.annotations.Nullable;

/**
 * A body that applies a function to an item: what the client's {@code map} sends per item.
 *
 * <p>A runtime that wants the function to be movable calls it itself rather than through {@link
 * #call}.
 */
public record Applied<A extends @Nullable Object, R extends @Nullable Object>(
    Tasklet.Function<A, R> function, A item) implements Tasklet.Body<R> {

  @Override
  public R call() throws Exception {
    return function.apply(item);
  }
}
