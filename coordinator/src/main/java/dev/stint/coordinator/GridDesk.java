package dev.stint.coordinator;

import com.google.protobuf.ByteString;
import dev.stint.cluster.Bytes;
import dev.stint.proto.CompareAndSet;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Event;
import dev.stint.proto.Heartbeat;
import dev.stint.proto.JobDescription;
import dev.stint.proto.MapAnswer;
import dev.stint.proto.MapEntry;
import dev.stint.proto.MapRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uses the grid: answers nodes about shared maps, and shows other coordinators what is of use to
 * them. The grid may take a while to start; what needs it waits, nothing else does. Thread-safe.
 */
final class GridDesk {
  /** Users' maps have names of their own choice; the prefix keeps them off ours. */
  private static final String USERS = "map.";

  private static final String LOADS = "stint.loads";
  private static final String EVENTS = "stint.events";
  private static final String ENDED_JOBS = "stint.jobs.ended";

  private static final Logger LOG = LoggerFactory.getLogger(GridDesk.class);

  private final CompletableFuture<Grid> grid;

  GridDesk(CompletableFuture<Grid> grid) {
    this.grid = grid;
  }

  /** Whether it is up, starting, or failed. */
  String state() {
    return switch (grid.state()) {
      case SUCCESS -> "up";
      case RUNNING -> "starting";
      case FAILED, CANCELLED -> "failed";
    };
  }

  /** Carries out an operation on a shared map and sends its answer. */
  void answer(MapRequest request, NodeLink link) {
    grid.thenCompose(ready -> apply(ready, request))
        .whenComplete((answer, failure) -> {
          if (answer != null) {
            link.send(message(answer.setId(request.getId())));
          } else {
            // The node asks again; an answer that says "not applied" would be a lie.
            LOG.warn("shared map {}: {}", request.getMap(), String.valueOf(failure));
          }
        });
  }

  private static CompletionStage<MapAnswer.Builder> apply(Grid grid, MapRequest request) {
    String map = USERS + request.getMap();
    Bytes key = bytes(request.getKey());
    return switch (request.getOperationCase()) {
      case GET -> grid.get(map, key).thenApply(GridDesk::found);
      case PUT ->
          grid.put(map, key, bytes(request.getPut()))
              .thenApply(_ -> MapAnswer.newBuilder().setApplied(true));
      case REMOVE -> grid.remove(map, key).thenApply(GridDesk::found);
      case COMPARE_AND_SET -> {
        CompareAndSet operation = request.getCompareAndSet();
        yield grid.compareAndSet(
                map,
                key,
                operation.hasExpected()
                    ? Optional.of(bytes(operation.getExpected()))
                    : Optional.empty(),
                operation.hasValue() ? Optional.of(bytes(operation.getValue())) : Optional.empty())
            .thenApply(applied -> MapAnswer.newBuilder().setApplied(applied));
      }
      case ENTRIES -> grid.entries(map).thenApply(GridDesk::all);
      case OPERATION_NOT_SET ->
          CompletableFuture.completedFuture(MapAnswer.newBuilder().setApplied(false));
    };
  }

  private static MapAnswer.Builder found(Optional<Bytes> value) {
    MapAnswer.Builder answer = MapAnswer.newBuilder().setApplied(value.isPresent());
    value.ifPresent(bytes -> answer.setValue(ByteString.copyFrom(bytes.toByteArray())));
    return answer;
  }

  private static MapAnswer.Builder all(Map<Bytes, Bytes> entries) {
    MapAnswer.Builder answer = MapAnswer.newBuilder().setApplied(true);
    entries.forEach((key, value) ->
        answer.addEntries(
            MapEntry.newBuilder()
                .setKey(ByteString.copyFrom(key.toByteArray()))
                .setValue(ByteString.copyFrom(value.toByteArray()))));
    return answer;
  }

  private static CoordinatorMessage message(MapAnswer.Builder answer) {
    return CoordinatorMessage.newBuilder().setMapAnswer(answer).build();
  }

  private static Bytes bytes(ByteString bytes) {
    return Bytes.adopt(bytes.toByteArray());
  }

  /** Shows a node's load. */
  void show(String node, Heartbeat load) {
    whenReady(ready -> ready.put(LOADS, Bytes.utf8(node), Bytes.adopt(load.toByteArray())));
  }

  /** Shows an event; the newest take the place of the oldest. */
  void show(Event event) {
    long slot = event.getSequence() % EventLog.KEPT;
    whenReady(ready ->
        ready.put(EVENTS, Bytes.utf8(Long.toString(slot)), Bytes.adopt(event.toByteArray())));
  }

  /** Shows how a job ended. */
  void show(JobDescription job) {
    whenReady(
        ready -> ready.put(ENDED_JOBS, Bytes.utf8(job.getJobId()), Bytes.adopt(job.toByteArray())));
  }

  private void whenReady(Function<Grid, CompletionStage<?>> action) {
    Grid ready = grid.isDone() && !grid.isCompletedExceptionally() ? grid.join() : null;
    if (ready != null) {
      action
          .apply(ready)
          .whenComplete((_, failure) -> {
            if (failure != null) {
              LOG.debug("not shown in the grid", failure);
            }
          });
    }
  }
}
