package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.CellId;
import dev.stint.cluster.Command;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobState;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Starts moves, follows each to its end, and ends those that take too long. On the loop. */
final class Mover {
  /** An attempt that has not been committed after this is aborted. */
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  private record Attempt(CellId cell, Epoch epoch) {}

  private record Start(CellId cell, long askedAt, CompletableFuture<@Nullable Void> over) {}

  private final Authority authority;
  private final AuthorityLog log;
  private final Loop loop;
  private final Clock clock;
  private final Map<Attempt, CompletableFuture<MoveView>> waiting = new HashMap<>();
  private final List<Start> starts = new ArrayList<>();

  Mover(Authority authority, AuthorityLog log, Loop loop, Clock clock) {
    this.authority = authority;
    this.log = log;
    this.loop = loop;
    this.clock = clock;
  }

  /**
   * Completes when a cell is not about to be started any more, or after {@link #TIMEOUT}: a root is
   * not moved before its node has reported that it started.
   */
  CompletableFuture<@Nullable Void> whenStarted(CellId cell) {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    starts.add(new Start(cell, clock.nanos(), over));
    lookAtStarts();
    return over;
  }

  /** The log has gone on, or time has. */
  void lookAtStarts() {
    List<Start> over = starts.stream().filter(this::isOver).toList();
    starts.removeAll(over);
    over.forEach(start -> start.over.complete(null));
  }

  private boolean isOver(Start start) {
    boolean isAwaited =
        authority.read(machine ->
            machine
                .cell(start.cell)
                .flatMap(cell -> machine.job(cell.run().job()))
                .filter(job -> job.state() == JobState.RUNNING && start.cell.equals(job.root()))
                .filter(job -> !job.rootStarted())
                .isPresent());
    return !isAwaited || clock.nanos() - start.askedAt > TIMEOUT.toNanos();
  }

  /**
   * Moves a cell. The future completes when the move has been committed or aborted, and fails with
   * {@link RequestException} when it cannot even begin.
   */
  CompletableFuture<MoveView> move(CellId cell, NodeId target, MoveReason reason) {
    CompletableFuture<MoveView> ended = new CompletableFuture<>();
    Command start = new Command.StartMove(List.of(cell), target, reason, clock.now());
    log.propose(start)
        .whenCompleteAsync(
            (answer, failure) -> {
              if (answer != null) {
                started(answer, ended);
              } else {
                ended.completeExceptionally(Objects.requireNonNull(failure));
              }
            },
            loop);
    return ended;
  }

  private void started(Answer answer, CompletableFuture<MoveView> ended) {
    switch (answer) {
      case Answer.Refusing refusal -> ended.completeExceptionally(RequestException.of(refusal));
      case Answer.MovesStarted moves when !moves.started().isEmpty() ->
          follow(moves.started().getFirst(), ended);
      case Answer.MovesStarted moves ->
          ended.completeExceptionally(
              new RequestException(
                  RequestException.Category.PRECONDITION, moves.notMoved().getFirst().why()));
      default -> throw new IllegalStateException("not an answer to a move: " + answer);
    }
  }

  /** The move may have ended before its answer came. */
  private void follow(MoveView move, CompletableFuture<MoveView> ended) {
    authority
        .read(machine ->
            machine.recentMoves().stream()
                .filter(recent -> recent.number() == move.number())
                .findFirst())
        .ifPresentOrElse(
            ended::complete, () -> waiting.put(new Attempt(move.cell(), move.attempt()), ended));
  }

  /** A move has been committed or aborted. */
  void ended(MoveView move) {
    CompletableFuture<MoveView> waiter = waiting.remove(new Attempt(move.cell(), move.attempt()));
    if (waiter != null) {
      waiter.complete(move);
    }
  }

  /** Ends the attempts that have taken too long. */
  void abortOverdue() {
    Instant now = clock.now();
    List<MoveView> pending = authority.read(machine -> machine.pendingMoves());
    for (MoveView move : pending) {
      if (Duration.between(move.startedAt(), now).compareTo(TIMEOUT) > 0) {
        String why = "it took more than " + TIMEOUT.toSeconds() + " s";
        log.propose(new Command.AbortMove(move.cell(), move.attempt(), why, now));
      }
    }
  }
}
