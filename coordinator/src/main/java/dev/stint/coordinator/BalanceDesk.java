package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.Command;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.balance.Plan;
import dev.stint.proto.BalanceReply;
import dev.stint.proto.PlannedMove;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What operators ask of the balancer, and that records be dropped. Calls come from any thread and
 * are carried out on the loop. Refusals are {@link RequestException}s.
 */
public final class BalanceDesk {
  private final CoordinatorCore core;

  BalanceDesk(CoordinatorCore core) {
    this.core = core;
  }

  /** What the balancer would do at this moment; with {@code apply} it is begun. */
  public CompletableFuture<BalanceReply> balance(boolean apply) {
    return CompletableFuture.supplyAsync(
        () -> reply(apply ? core.balancer.apply() : core.balancer.plan()), core.loop);
  }

  private BalanceReply reply(Plan plan) {
    BalanceReply.Builder reply =
        BalanceReply.newBuilder().addAllRemarks(plan.remarks()).setPaused(core.balancer.isPaused());
    for (Plan.PlannedMove move : plan.moves()) {
      reply.addMoves(
          PlannedMove.newBuilder()
              .setTaskletId(Wire.tasklet(move.cell()))
              .setFrom(move.from().name())
              .setTo(move.to().name())
              .setGainNanos(move.gain().toNanos())
              .setCostNanos(move.cost().toNanos())
              .setReason(move.reason().text()));
    }
    return reply.build();
  }

  /** Stops the balancer from moving anything by itself, or lets it again. */
  public CompletableFuture<@Nullable Void> pause(boolean paused) {
    return CompletableFuture.<@Nullable Void>supplyAsync(
        () -> {
          core.balancer.pause(paused);
          return null;
        },
        core.loop);
  }

  /** Drops the record of a node that is gone. */
  public CompletableFuture<@Nullable Void> forgetNode(String node) {
    NodeId id = Names.node(node);
    return core.log
        .propose(new Command.ForgetNode(id))
        .thenAccept(answer -> {
          if (answer instanceof Answer.Refusing refusal) {
            throw RequestException.of(refusal);
          }
        });
  }

  /** Drops a job that has ended, with its output. */
  public CompletableFuture<@Nullable Void> forgetJob(String job) {
    return core.history.forget(Names.job(job));
  }
}
