package dev.stint.coordinator;

import dev.stint.cluster.CellId;
import dev.stint.cluster.NodeProcess;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Query;
import dev.stint.proto.QueryAnswer;
import dev.stint.proto.TaskletDescription;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Questions to nodes about their tasklets, and the answers. On the loop. */
final class NodeQueries {
  private final NodeSessions sessions;
  private final Loop loop;
  private final Map<Long, CompletableFuture<QueryAnswer>> open = new HashMap<>();
  private long last;

  NodeQueries(NodeSessions sessions, Loop loop) {
    this.sessions = sessions;
    this.loop = loop;
  }

  /** What a node says of a cell; empty if it is not there, or the node does not answer in time. */
  CompletableFuture<Optional<TaskletDescription>> ask(
      NodeProcess process, CellId cell, boolean withStack, Duration patience) {
    return ask(process, cell.number(), withStack, patience)
        .thenApply(
            answer -> answer.hasTasklet() ? Optional.of(answer.getTasklet()) : Optional.empty());
  }

  private CompletableFuture<QueryAnswer> ask(
      NodeProcess process, long cell, boolean withStack, Duration patience) {
    long id = ++last;
    CompletableFuture<QueryAnswer> answer = new CompletableFuture<>();
    Query query = Query.newBuilder().setId(id).setCell(cell).setWithStack(withStack).build();
    if (!sessions.send(process, CoordinatorMessage.newBuilder().setQuery(query).build())) {
      return CompletableFuture.completedFuture(QueryAnswer.getDefaultInstance());
    }
    open.put(id, answer);
    answer
        .completeOnTimeout(
            QueryAnswer.getDefaultInstance(), patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync((_, _) -> open.remove(id), loop);
    return answer;
  }

  /** A node has answered. */
  void answered(QueryAnswer answer) {
    CompletableFuture<QueryAnswer> asked = open.remove(answer.getId());
    if (asked != null) {
      asked.complete(answer);
    }
  }
}
