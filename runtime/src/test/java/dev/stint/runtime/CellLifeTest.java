package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.TaskletStatus;
import dev.stint.abi.Ctx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CellLifeTest {
  private static final Duration LONG = Duration.ofDays(1);

  private static Script.Step sleepLong() {
    return ctx -> {
      Primitives.sleep(LONG, ctx);
      return null;
    };
  }

  private static void awaitState(FakeNode node, CellId cell, TaskletStatus wanted) {
    while (node.job.statusOf(cell) != wanted) {
      Thread.onSpinWait();
    }
  }

  @Test
  void cancellingATaskletThatSleepsEndsItAtOnce() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CellId cell = node.start(new Script(sleepLong()));
      awaitState(node, cell, TaskletStatus.PARKED);
      node.job.cancel(cell);
      assertThat(node.endOf(cell)).isEqualTo(new CellOutcome.Cancelled());
      assertThat(node.scheduler.timers().pending()).isZero();
    }
  }

  @Test
  void cancellingATaskletThatSleepsBelowAPlainFrameEndsItToo() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CellId cell =
          node.start(
              new Script(ctx -> {
                Primitives.sleep(LONG, Ctx.PINNED);
                return null;
              }));
      awaitState(node, cell, TaskletStatus.PARKED);
      node.job.cancel(cell);
      assertThat(node.endOf(cell)).isEqualTo(new CellOutcome.Cancelled());
    }
  }

  @Test
  void cancellingAReceiverLosesNoMessage() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CountDownLatch done = new CountDownLatch(1);
      CellId home = node.start(new Script(sleepLong()));
      ChannelHandle<Object> channel = node.channel(home, 0);
      CellId first = node.start(new Script(ctx -> Primitives.receive(channel, ctx)));
      awaitState(node, first, TaskletStatus.PARKED);
      node.job.cancel(first);
      assertThat(node.endOf(first)).isEqualTo(new CellOutcome.Cancelled());
      Script second = new Script(ctx -> Primitives.receive(channel, ctx));
      CellId secondCell = node.start(second);
      node.start(
          new Script(ctx -> {
            Primitives.send(channel, "kept", ctx);
            return null;
          }));
      node.endOf(secondCell);
      assertThat(second.results).containsExactly("kept");
      done.countDown();
    }
  }

  @Test
  void cancellingALoopEndsItAtItsNextSafepoint() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CellId cell = node.start(Counting.to(Long.MAX_VALUE));
      awaitState(node, cell, TaskletStatus.RUNNING);
      node.job.cancel(cell);
      assertThat(node.endOf(cell)).isEqualTo(new CellOutcome.Cancelled());
    }
  }

  /** A request may come at any instant of a mount, or of another request's safepoint. */
  @Test
  void noCancellationOfALoopIsLostWhileItIsMountedOrFrozen() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      for (int i = 0; i < 1000; i++) {
        CellId cell = node.start(Counting.to(Long.MAX_VALUE));
        LiveTasklet tasklet = node.job.resident(cell).tasklet();
        while (tasklet.state() == TaskletState.READY) {
          Thread.yield();
        }
        if (i % 2 == 0) {
          node.scheduler.carriers().get(0).sliceIsOver();
        }
        for (int turn = i % 64; turn > 0; turn--) {
          Thread.onSpinWait();
        }
        node.job.cancel(cell);
        assertThat(node.endOf(cell)).isEqualTo(new CellOutcome.Cancelled());
        node.job.release(cell);
      }
    }
  }

  /** Whoever completed an earlier wait may be held up before it wakes the tasklet. */
  @Test
  void aLateCallToWakeDoesNotEndAnotherWait() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CellId cell = node.start(new Script(sleepLong()));
      LiveTasklet tasklet = node.job.resident(cell).tasklet();
      while (tasklet.state() != TaskletState.PARKED) {
        Thread.onSpinWait();
      }
      tasklet.wake();
      while (tasklet.state() != TaskletState.PARKED) {
        Thread.onSpinWait();
      }
      node.job.cancel(cell);
      assertThat(node.endOf(cell)).isEqualTo(new CellOutcome.Cancelled());
    }
  }

  @Test
  void cancellingAReadyTaskletEndsItWithoutASafepoint() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CountDownLatch go = new CountDownLatch(1);
      node.start(
          new Script(ctx -> {
            go.await();
            return null;
          }));
      Script ready = new Script(ctx -> "ran");
      CellId cell = node.start(ready);
      node.job.cancel(cell);
      go.countDown();
      assertThat(node.endOf(cell)).isEqualTo(new CellOutcome.Cancelled());
    }
  }

  @Test
  void aTimedReceiveGivesUpAtItsDeadline() throws Exception {
    try (FakeNode node = FakeNode.deterministic()) {
      CellId home = node.start(new Script(sleepLong()));
      ChannelHandle<Object> channel = node.channel(home, 0);
      Script receiving =
          new Script(
              ctx -> Primitives.receive(channel, Duration.ofMinutes(1), ctx),
              ctx -> channel.balance());
      CellId cell = node.start(receiving);
      node.endOf(cell);
      assertThat(receiving.results).containsExactly("Optional.empty", "0");
    }
  }

  @Test
  void aJoinGivesTheResultOrThrowsWhatTheBodyThrew() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CellId good = node.start(Counting.to(10));
      CellId bad =
          node.start(
              new Script(ctx -> {
                throw new UnsupportedOperationException("no");
              }));
      Script joining =
          new Script(
              ctx -> Primitives.join(new TaskletHandle<>(good), ctx),
              ctx -> Primitives.join(new TaskletHandle<>(bad), ctx));
      CellId cell = node.start(joining);
      CellOutcome outcome = node.endOf(cell);
      assertThat(joining.results).contains("45");
      assertThat(outcome).isInstanceOf(CellOutcome.Threw.class);
      assertThat(((CellOutcome.Threw) outcome).type())
          .isEqualTo("java.lang.UnsupportedOperationException");
    }
  }
}
