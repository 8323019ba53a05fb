package dev.stint.client.grpc;

import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A stream of replies as a Java stream, which is lazy; closing it ends the call. */
final class Replies {
  private Replies() {}

  /**
   * @param call opens the stream, after the last reply where there was one: it is opened again when
   *     it breaks, for as long as the calls' patience lasts
   */
  static <M, V> Stream<V> stream(
      Calls calls, Function<@Nullable V, BlockingClientCall<?, M>> call, Function<M, V> view) {
    Reader<M, V> reader = new Reader<>(calls, call, view);
    return StreamSupport.stream(reader, false).onClose(reader::stop);
  }

  private static final class Reader<M, V> extends AbstractSpliterator<V> {
    private final Calls calls;
    private final Function<@Nullable V, BlockingClientCall<?, M>> open;
    private final Function<M, V> view;
    private @Nullable BlockingClientCall<?, M> call;
    private @Nullable V last;
    private volatile boolean stopped;

    Reader(Calls calls, Function<@Nullable V, BlockingClientCall<?, M>> open, Function<M, V> view) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.calls = calls;
      this.open = open;
      this.view = view;
    }

    @Override
    public boolean tryAdvance(Consumer<? super V> action) {
      Optional<M> message = stopped ? Optional.empty() : calls.patiently(this::read);
      if (message.isEmpty()) {
        return false;
      }
      V value = view.apply(message.get());
      last = value;
      action.accept(value);
      return true;
    }

    private Optional<M> read() throws StatusException, InterruptedException {
      BlockingClientCall<?, M> current = call;
      if (current == null) {
        current = open.apply(last);
        call = current;
      }
      try {
        return Optional.ofNullable(current.read());
      } catch (StatusException e) {
        call = null;
        if (stopped) {
          return Optional.empty();
        }
        throw e;
      }
    }

    void stop() {
      stopped = true;
      BlockingClientCall<?, M> current = call;
      if (current != null) {
        current.cancel("no longer wanted", null);
      }
    }
  }
}
