package dev.stint.coordinator;

import dev.stint.cluster.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A {@link Grid} within one process: for a cluster in one JVM, and for tests. */
public final class InMemoryGrid implements Grid {
  private final ConcurrentHashMap<String, ConcurrentHashMap<Bytes, Bytes>> maps =
      new ConcurrentHashMap<>();

  private ConcurrentHashMap<Bytes, Bytes> of(String map) {
    return maps.computeIfAbsent(map, _ -> new ConcurrentHashMap<>());
  }

  @Override
  public CompletionStage<Optional<Bytes>> get(String map, Bytes key) {
    return CompletableFuture.completedFuture(Optional.ofNullable(of(map).get(key)));
  }

  @Override
  public CompletionStage<@Nullable Void> put(String map, Bytes key, Bytes value) {
    of(map).put(key, value);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Optional<Bytes>> remove(String map, Bytes key) {
    return CompletableFuture.completedFuture(Optional.ofNullable(of(map).remove(key)));
  }

  @Override
  public CompletionStage<Boolean> compareAndSet(
      String map, Bytes key, Optional<Bytes> expected, Optional<Bytes> value) {
    ConcurrentHashMap<Bytes, Bytes> entries = of(map);
    boolean applied;
    if (expected.isPresent()) {
      applied =
          value.isPresent()
              ? entries.replace(key, expected.get(), value.get())
              : entries.remove(key, expected.get());
    } else {
      applied =
          value.isPresent()
              ? entries.putIfAbsent(key, value.get()) == null
              : !entries.containsKey(key);
    }
    return CompletableFuture.completedFuture(applied);
  }

  @Override
  public CompletionStage<Map<Bytes, Bytes>> entries(String map) {
    return CompletableFuture.completedFuture(Map.copyOf(of(map)));
  }

  @Override
  public void close() {}
}
