package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.TaskletStatus;
import dev.stint.abi.Ctx;
import dev.stint.spi.TaskletSteps;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tasklet throws what it is asked to, whatever it is doing, and loses nothing by it. */
@Timeout(60)
final class InterruptTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final FakeHost.Cluster cluster = new FakeHost.Cluster();

  /** What to wait for: a step, given a channel without a partner and a tasklet without an end. */
  record Waiting(String name, Step step) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Step {
    Object wait(ChannelHandle<Object> channel, CellId endless, Ctx ctx);
  }

  static Stream<Waiting> waits() {
    return Stream.of(
        new Waiting("sleep", (channel, endless, ctx) -> sleep(ctx)),
        new Waiting("receive", (channel, endless, ctx) -> Primitives.receive(channel, ctx)),
        new Waiting("timed receive", (c, endless, ctx) -> Primitives.receive(c, LONG, ctx)),
        new Waiting("send", (channel, endless, ctx) -> send(channel, ctx)),
        new Waiting("join", (c, endless, ctx) -> Primitives.join(handle(endless), ctx)),
        new Waiting("timed join", (c, e, ctx) -> Primitives.join(handle(e), LONG, ctx)),
        new Waiting(
            "select",
            (channel, endless, ctx) ->
                Primitives.awaitAny(
                    List.of(channel), new int[] {TaskletSteps.RECEIVE}, null, ctx)));
  }

  private static Object sleep(Ctx ctx) {
    Primitives.sleep(LONG, ctx);
    return null;
  }

  private static Object send(ChannelHandle<Object> channel, Ctx ctx) {
    Primitives.send(channel, "x", ctx);
    return null;
  }

  private static TaskletHandle<Object> handle(CellId cell) {
    return new TaskletHandle<>(cell);
  }

  private FakeNode node(String name) {
    return FakeNode.in(cluster, name, 1, JobSettings.named("test"));
  }

  private static void awaitState(FakeNode node, CellId cell, TaskletStatus wanted) {
    while (node.job.statusOf(cell) != wanted) {
      Thread.onSpinWait();
    }
  }

  private static void interrupt(FakeNode node, CellId cell) {
    Parcel parcel = Parcel.thrown(new ArithmeticException("asked"), node.job.primarySide());
    node.job.interrupt(node.job.resident(cell), parcel);
  }

  private static CellId sleeper(FakeNode node) {
    CellId cell = node.start(new Script(InterruptTest::sleep));
    awaitState(node, cell, TaskletStatus.PARKED);
    return cell;
  }

  private static void assertThrew(CellOutcome outcome) {
    assertThat(((CellOutcome.Threw) outcome).type()).isEqualTo("java.lang.ArithmeticException");
  }

  @ParameterizedTest
  @MethodSource("waits")
  void aWaitEndsSo(Waiting waiting) throws Exception {
    try (FakeNode node = node("n1")) {
      CellId home = sleeper(node);
      ChannelHandle<Object> channel = node.channel(home, 0);
      CellId cell = node.start(new Script(ctx -> waiting.step().wait(channel, home, ctx)));
      awaitState(node, cell, TaskletStatus.PARKED);
      interrupt(node, cell);
      assertThrew(node.endOf(cell));
      Script later = new Script(ctx -> channel.balance());
      node.endOf(node.start(later));
      assertThat(later.results).containsExactly("0");
    }
  }

  @ParameterizedTest
  @MethodSource("waits")
  void aWaitBelowAPlainFrameEndsSo(Waiting waiting) throws Exception {
    try (FakeNode node = node("n1")) {
      CellId home = sleeper(node);
      ChannelHandle<Object> channel = node.channel(home, 0);
      CellId cell = node.start(new Script(c -> waiting.step().wait(channel, home, Ctx.PINNED)));
      awaitState(node, cell, TaskletStatus.PARKED);
      interrupt(node, cell);
      assertThrew(node.endOf(cell));
    }
  }

  @ParameterizedTest
  @MethodSource("waits")
  void aCancellationEndsAWaitToo(Waiting waiting) throws Exception {
    try (FakeNode node = node("n1")) {
      CellId home = sleeper(node);
      ChannelHandle<Object> channel = node.channel(home, 0);
      CellId cell = node.start(new Script(ctx -> waiting.step().wait(channel, home, ctx)));
      awaitState(node, cell, TaskletStatus.PARKED);
      node.job.cancel(cell);
      assertThat(node.endOf(cell)).isEqualTo(new CellOutcome.Cancelled());
    }
  }

  @Test
  void aLoopThrowsAtItsNextSafepoint() throws Exception {
    try (FakeNode node = node("n1")) {
      CellId cell = node.start(Counting.to(Long.MAX_VALUE));
      awaitState(node, cell, TaskletStatus.RUNNING);
      interrupt(node, cell);
      assertThrew(node.endOf(cell));
    }
  }

  @Test
  void oneThatHasNotBegunNeverDoes() throws Exception {
    try (FakeNode node = node("n1")) {
      CountDownLatch go = new CountDownLatch(1);
      node.start(
          new Script(ctx -> {
            go.await();
            return null;
          }));
      CellId cell = node.start(new Script(ctx -> "ran"));
      interrupt(node, cell);
      go.countDown();
      assertThrew(node.endOf(cell));
    }
  }

  @Test
  void oneThatHasEndedIsLeftAlone() throws Exception {
    try (FakeNode node = node("n1")) {
      CellId cell = node.start(new Script(ctx -> "ran"));
      CellOutcome end = node.endOf(cell);
      interrupt(node, cell);
      node.job.cancel(cell);
      assertThat(node.endOf(cell)).isEqualTo(end);
      awaitState(node, cell, TaskletStatus.DONE);
    }
  }

  @Test
  void whatIsCaughtIsThrownOnce() throws Exception {
    try (FakeNode node = node("n1")) {
      CellId cell =
          node.start(
              new Script(ctx -> {
                try {
                  Primitives.sleep(LONG, Ctx.PINNED);
                } catch (ArithmeticException e) {
                  Primitives.sleep(Duration.ofMillis(1), Ctx.PINNED);
                  return e.getMessage();
                }
                return "slept";
              }));
      awaitState(node, cell, TaskletStatus.PARKED);
      interrupt(node, cell);
      assertThat(node.endOf(cell)).isInstanceOf(CellOutcome.Returned.class);
    }
  }

  @Test
  void oneOnAnotherNodeIsReachedOnce() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId cell = one.start(Counting.to(Long.MAX_VALUE));
      awaitState(one, cell, TaskletStatus.RUNNING);
      one.host.move(cell, two.host);
      awaitState(two, cell, TaskletStatus.RUNNING);
      Cell asker = one.job.resident(sleeper(one));
      one.job.interruptFrom(asker, cell, new ArithmeticException("from afar"));
      assertThrew(two.endOf(cell));
      Cell target = two.job.resident(cell);
      assertThat(target.isNewRequest(new OpKey(asker.id(), asker.counts().ops()))).isFalse();
    }
  }

  @Test
  void whatIsStillToBeThrownGoesAlong() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CountDownLatch go = new CountDownLatch(1);
      one.start(
          new Script(ctx -> {
            go.await();
            return null;
          }));
      CellId cell = one.start(Counting.to(Long.MAX_VALUE));
      interrupt(one, cell);
      one.host.move(cell, two.host);
      assertThrew(two.endOf(cell));
      go.countDown();
    }
  }
}
