package dev.stint.node;

import com.google.protobuf.ByteString;
import dev.stint.proto.CompareAndSet;
import dev.stint.proto.MapAnswer;
import dev.stint.proto.MapRequest;
import dev.stint.proto.NodeMessage;
import dev.stint.runtime.MapPort;
import dev.stint.runtime.MapQuestion;
import dev.stint.runtime.MapReply;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks the coordinator about shared maps, again until it answers. Each tasklet waits for its one
 * question, so there are no more of them than threads.
 */
final class MapRequests implements MapPort {
  private final CoordinatorGateway coordinator;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, Pending> pending = new ConcurrentHashMap<>();

  private static final class Pending {
    final NodeMessage message;
    final CompletableFuture<MapReply> reply = new CompletableFuture<>();
    volatile boolean overlooked;

    Pending(MapRequest request) {
      message = NodeMessage.newBuilder().setMapRequest(request).build();
    }
  }

  MapRequests(CoordinatorGateway coordinator) {
    this.coordinator = coordinator;
  }

  @Override
  public CompletableFuture<MapReply> ask(String map, MapQuestion question) {
    long id = lastId.incrementAndGet();
    Pending asked = new Pending(request(id, map, question));
    pending.put(id, asked);
    coordinator.tell(asked.message);
    return asked.reply;
  }

  private static MapRequest request(long id, String map, MapQuestion question) {
    MapRequest.Builder request = MapRequest.newBuilder().setId(id).setMap(map);
    switch (question) {
      case MapQuestion.Get get -> request.setKey(bytes(get.key())).setGet(true);
      case MapQuestion.Put put -> request.setKey(bytes(put.key())).setPut(bytes(put.value()));
      case MapQuestion.Remove remove -> request.setKey(bytes(remove.key())).setRemove(true);
      case MapQuestion.CompareAndSet change -> {
        CompareAndSet.Builder operation = CompareAndSet.newBuilder();
        if (change.expected() != null) {
          operation.setExpected(bytes(change.expected()));
        }
        if (change.value() != null) {
          operation.setValue(bytes(change.value()));
        }
        request.setKey(bytes(change.key())).setCompareAndSet(operation);
      }
      case MapQuestion.Entries entries -> request.setEntries(true);
    }
    return request.build();
  }

  private static ByteString bytes(byte[] bytes) {
    return ByteString.copyFrom(bytes);
  }

  /** The coordinator's answer; one that comes again finds nobody. */
  void answered(MapAnswer answer) {
    Pending asked = pending.remove(answer.getId());
    if (asked != null) {
      asked.reply.complete(
          new MapReply(
              answer.getApplied(),
              answer.hasValue() ? answer.getValue().toByteArray() : null,
              answer.getEntriesList().stream()
                  .map(entry ->
                      new MapReply.Entry(
                          entry.getKey().toByteArray(), entry.getValue().toByteArray()))
                  .toList()));
    }
  }

  /** A new session: what the last one may have lost goes again. */
  void sessionBegan() {
    pending.values().forEach(asked -> coordinator.tell(asked.message));
  }

  /** What has not been answered since the last call goes again. */
  void redrive() {
    for (Pending asked : pending.values()) {
      if (asked.overlooked) {
        coordinator.tell(asked.message);
      }
      asked.overlooked = true;
    }
  }
}
