package dev.stint.support;

import dev.stint.Tasklet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Tasklet#map}. */
@SuppressWarnings("NullAway") // Elements may be null where the program's types allow it.
public final class FanOut {
  private static final int AT_ONCE = 1000;

  private FanOut() {}

  public static <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Collection<? extends A> items, Tasklet.Function<? super A, ? extends R> function) {
    List<R> results = new ArrayList<>(items.size());
    ArrayDeque<Tasklet<R>> underWay = new ArrayDeque<>();
    boolean complete = false;
    try {
      for (A item : items) {
        if (underWay.size() == AT_ONCE) {
          results.add(underWay.removeFirst().join());
        }
        underWay.add(Tasklet.spawn(new ItemBody<A, R>(item, function)));
      }
      while (!underWay.isEmpty()) {
        results.add(underWay.removeFirst().join());
      }
      complete = true;
    } finally {
      if (!complete) {
        for (Tasklet<R> rest : underWay) {
          rest.cancel();
        }
      }
    }
    return results;
  }

  /** The function applied to one item. */
  static final class ItemBody<A extends @Nullable Object, R extends @Nullable Object>
      implements Tasklet.Body<R> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Images write it by its fields, not by Java serialization.
    private final A item;

    private final Tasklet.Function<? super A, ? extends R> function;

    ItemBody(A item, Tasklet.Function<? super A, ? extends R> function) {
      this.item = item;
      this.function = function;
    }

    @Override
    public R call() throws Exception {
      return function.apply(item);
    }
  }
}
