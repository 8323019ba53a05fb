package dev.stint.runtime;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Shared maps of a JVM that is no part of a cluster. */
public final class LocalMaps implements MapPort {
  private final Map<String, Map<ByteBuffer, byte[]>> maps = new HashMap<>();

  @Override
  public synchronized CompletableFuture<MapReply> ask(String name, MapQuestion question) {
    Map<ByteBuffer, byte[]> map = maps.computeIfAbsent(name, n -> new HashMap<>());
    return CompletableFuture.completedFuture(
        switch (question) {
          case MapQuestion.Get get -> found(map.get(ByteBuffer.wrap(get.key())));
          case MapQuestion.Put put -> {
            map.put(ByteBuffer.wrap(put.key()), put.value());
            yield MapReply.of(true, null);
          }
          case MapQuestion.Remove remove -> found(map.remove(ByteBuffer.wrap(remove.key())));
          case MapQuestion.CompareAndSet change -> MapReply.of(change(map, change), null);
          case MapQuestion.Entries entries ->
              new MapReply(
                  true,
                  null,
                  map.entrySet().stream()
                      .map(e -> new MapReply.Entry(e.getKey().array(), e.getValue()))
                      .toList());
        });
  }

  private static MapReply found(byte @Nullable [] value) {
    return MapReply.of(value != null, value);
  }

  private static boolean change(Map<ByteBuffer, byte[]> map, MapQuestion.CompareAndSet change) {
    ByteBuffer key = ByteBuffer.wrap(change.key());
    if (!java.util.Arrays.equals(map.get(key), change.expected())) {
      return false;
    }
    if (change.value() == null) {
      map.remove(key);
    } else {
      map.put(key, change.value());
    }
    return true;
  }
}
