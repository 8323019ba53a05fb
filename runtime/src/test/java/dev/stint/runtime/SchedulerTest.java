package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SchedulerTest {

  private static Object yield(Ctx ctx) {
    Primitives.yieldNow(ctx);
    return null;
  }

  @Test
  void taskletsThatYieldTakeTurns() throws Exception {
    try (FakeNode node = FakeNode.deterministic()) {
      List<String> order = new CopyOnWriteArrayList<>();
      Script a = new Script(step(order, "a1"), SchedulerTest::yield, step(order, "a2"));
      Script b = new Script(step(order, "b1"), SchedulerTest::yield, step(order, "b2"));
      runTogether(node, a, b);
      assertThat(order).containsExactly("a1", "b1", "a2", "b2");
    }
  }

  /** Starts them from within a tasklet, so that the carrier begins none before all are queued. */
  private static void runTogether(FakeNode node, Frame... frames) throws Exception {
    List<CellId> cells = new CopyOnWriteArrayList<>();
    CellId parent =
        node.start(
            new Script(ctx -> {
              for (Frame frame : frames) {
                cells.add(node.start(frame));
              }
              return null;
            }));
    node.endOf(parent);
    for (CellId cell : cells) {
      node.endOf(cell);
    }
  }

  private static Script.Step step(List<String> order, String name) {
    return ctx -> order.add(name);
  }

  @Test
  void virtualTimeJumpsToTheNextTimer() throws Exception {
    try (FakeNode node = FakeNode.deterministic()) {
      List<String> order = new CopyOnWriteArrayList<>();
      runTogether(
          node,
          new Script(sleep(Duration.ofDays(2)), step(order, "late")),
          new Script(sleep(Duration.ofDays(1)), step(order, "early")));
      assertThat(order).containsExactly("early", "late");
    }
  }

  private static Script.Step sleep(Duration duration) {
    return ctx -> {
      Primitives.sleep(duration, ctx);
      return null;
    };
  }

  @Test
  void aLoopWithSafepointsMakesRoomAtItsSlicesEnd() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      AtomicBoolean stop = new AtomicBoolean();
      CellId spinning = node.start(new Spinning(stop));
      CellId other =
          node.start(
              new Script(ctx -> {
                stop.set(true);
                return null;
              }));
      node.endOf(other);
      assertThat(node.endOf(spinning)).isInstanceOf(CellOutcome.Returned.class);
    }
  }

  /** Spins, with a safepoint at each turn, until told to stop. */
  private static final class Spinning extends Frame {
    private final AtomicBoolean stop;

    Spinning(AtomicBoolean stop) {
      this.stop = stop;
    }

    @Override
    public void resume(Ctx ctx) {
      if (ctx.thrown != null) {
        ctx.rethrow();
      }
      while (!stop.get()) {
        if (ctx.atSafepoint()) {
          ctx.push(this, 1);
          return;
        }
      }
    }

    @Override
    public dev.stint.abi.FrameShape shape() {
      return Counting.to(0).shape();
    }
  }

  @Test
  void idleCarriersStealWhatAnotherOneHasQueued() throws Exception {
    try (FakeNode node = FakeNode.carriers(2)) {
      CountDownLatch both = new CountDownLatch(2);
      CellId parent =
          node.start(
              new Script(ctx -> {
                node.start(new Script(meet(both)));
                node.start(new Script(meet(both)));
                return null;
              }));
      node.endOf(parent);
      both.await();
    }
  }

  /** Holds its carrier until another carrier has come as well. */
  private static Script.Step meet(CountDownLatch both) {
    return ctx -> {
      both.countDown();
      while (both.getCount() > 0) {
        Thread.onSpinWait();
      }
      return null;
    };
  }

  @Test
  void aCarrierThatBlocksInAPrimitiveIsReplaced() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CountDownLatch go = new CountDownLatch(1);
      CellId home = node.start(new Script(await(go)));
      ChannelHandle<Object> channel = node.channel(home, 0);
      Script receiving = new Script(ctx -> channel.receive());
      CellId receiver = node.start(receiving);
      CellId sender = node.start(new Script(send(channel, "x")));
      go.countDown();
      node.endOf(sender);
      node.endOf(receiver);
      assertThat(receiving.results).containsExactly("x");
    }
  }

  @Test
  void aCarrierThatBlocksAndIsFoundStuckIsReplacedOnce() {
    try (FakeNode node = FakeNode.carriers(1)) {
      Scheduler scheduler = node.scheduler;
      Carrier carrier = scheduler.carriers().get(0);
      scheduler.blocked(carrier, true);
      scheduler.stuck(carrier, true);
      assertThat(scheduler.effective()).isZero();
      scheduler.blocked(carrier, false);
      assertThat(scheduler.effective()).isZero();
      scheduler.stuck(carrier, false);
      assertThat(scheduler.effective()).isEqualTo(1);
    }
  }

  @Test
  void aCarrierThatIsStuckInAnUnknownCallIsReplaced() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CountDownLatch latch = new CountDownLatch(1);
      CellId stuck = node.start(new Script(await(latch)));
      CellId helper =
          node.start(
              new Script(ctx -> {
                latch.countDown();
                return null;
              }));
      node.endOf(helper);
      node.endOf(stuck);
      assertThat(latch.getCount()).isZero();
    }
  }

  /**
   * Each would be replaced if it waited; more threads that compute would only crowd the machine.
   */
  @Test
  void ofThoseThatComputeWithoutASafepointFewAreReplaced() throws Exception {
    int crowd = 8;
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (FakeNode node = FakeNode.carriers(1)) {
      List<CellId> cells = new ArrayList<>();
      for (int i = 0; i < crowd; i++) {
        cells.add(
            node.start(
                new Script(ctx -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  burn(Duration.ofMillis(300));
                  return running.decrementAndGet();
                })));
      }
      for (CellId cell : cells) {
        node.endOf(cell);
      }
      assertThat(most.get()).isLessThan(crowd / 2);
    }
  }

  private static void burn(Duration cpu) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + cpu.toNanos();
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static Script.Step await(CountDownLatch latch) {
    return ctx -> {
      latch.await();
      return null;
    };
  }

  private static Script.Step send(ChannelHandle<?> channel, Object message) {
    return ctx -> {
      Primitives.send(channel, message, ctx);
      return null;
    };
  }

  @Test
  void aHotPairStarvesNobody() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      AtomicBoolean stop = new AtomicBoolean();
      CountDownLatch go = new CountDownLatch(1);
      CellId home = node.start(new Script(await(go)));
      ChannelHandle<Object> there = node.channel(home, 0);
      ChannelHandle<Object> back = node.channel(home, 0);
      CellId ping = node.start(new Volley(back, there, stop));
      CellId pong = node.start(new Volley(there, back, stop));
      CellId third =
          node.start(
              new Script(
                  SchedulerTest::yield,
                  send(there, "serve"),
                  SchedulerTest::yield,
                  ctx -> {
                    stop.set(true);
                    return null;
                  }));
      go.countDown();
      node.endOf(third);
      node.endOf(ping);
      node.endOf(pong);
    }
  }

  /** Passes on what it receives, until told to stop; then passes on once more, and ends. */
  private static final class Volley extends Frame {
    private final ChannelHandle<?> in;
    private final ChannelHandle<?> out;
    private final AtomicBoolean stop;
    private boolean sending;

    Volley(ChannelHandle<?> in, ChannelHandle<?> out, AtomicBoolean stop) {
      this.in = in;
      this.out = out;
      this.stop = stop;
    }

    @Override
    public void resume(Ctx ctx) {
      if (ctx.thrown instanceof dev.stint.ChannelClosedException) {
        ctx.thrown = null;
        return;
      }
      while (!stop.get()) {
        if (sending) {
          sending = false;
          Primitives.send(out, "ball", ctx);
        } else {
          sending = true;
          Primitives.receive(in, ctx);
        }
        if (ctx.unwinding) {
          ctx.push(this, 1);
          return;
        }
      }
      try {
        Primitives.close(out, ctx);
        Primitives.close(in, ctx);
      } catch (dev.stint.ChannelClosedException e) {
        // The other one was first.
      }
    }

    @Override
    public dev.stint.abi.FrameShape shape() {
      return Counting.to(0).shape();
    }
  }
}
