package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.TaskletStatus;
import dev.stint.abi.Ctx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class JobEndingTest {

  /** Starts a thread as a program does, that waits to be interrupted. */
  private static Object startThread(CompletableFuture<String> end) {
    Thread thread =
        Threads.make(() -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            end.complete("interrupted");
          }
        });
    thread.start();
    return null;
  }

  private static void awaitState(FakeNode node, CellId cell, TaskletStatus wanted) {
    while (node.job.statusOf(cell) != wanted) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aCancelledJobDoesNotWaitForItsThreads() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CompletableFuture<String> thread = new CompletableFuture<>();
      CellId root =
          node.startRoot(
              new Script(
                  ctx -> startThread(thread),
                  ctx -> {
                    Primitives.sleep(Duration.ofDays(1), ctx);
                    return null;
                  }));
      awaitState(node, root, TaskletStatus.PARKED);
      node.job.cancelAll();
      assertThat(node.host.cluster.end.get()).isEqualTo(new CellOutcome.Cancelled());
      assertThat(thread.get()).isEqualTo("interrupted");
    }
  }

  @Test
  void aJobThatWaitsForItsThreadsCanBeCancelled() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CompletableFuture<String> thread = new CompletableFuture<>();
      CellId root = node.startRoot(new Script(ctx -> startThread(thread)));
      awaitState(node, root, TaskletStatus.DONE);
      node.job.cancelAll();
      assertThat(node.host.cluster.end.get()).isEqualTo(new CellOutcome.Cancelled());
      assertThat(thread.get()).isEqualTo("interrupted");
    }
  }

  /** The root's end shows before the host is told of it, and the job ends only after that. */
  @Test
  void aCancellationBetweenTheRootsEndAndTheJobsIsNotLost() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CompletableFuture<String> thread = new CompletableFuture<>();
      node.host.whenEnded = cell -> node.job.cancelAll();
      node.startRoot(new Script(ctx -> startThread(thread)));
      assertThat(node.host.cluster.end.get()).isEqualTo(new CellOutcome.Cancelled());
      assertThat(thread.get()).isEqualTo("interrupted");
    }
  }

  @Test
  void aHookThatExitsDoesNotChangeHowTheJobEnded() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      node.startRoot(
          new Script(ctx -> {
            node.job
                .threads()
                .addHook(
                    new Thread(() -> {
                      try {
                        Primitives.exit(3, Ctx.PINNED);
                      } catch (JobOver over) {
                        thrown.complete(over);
                        throw over;
                      }
                    }));
            return null;
          }));
      assertThat(node.host.cluster.end.get()).isInstanceOf(CellOutcome.Returned.class);
      assertThat(thrown.get()).isInstanceOf(JobOver.class);
    }
  }
}
