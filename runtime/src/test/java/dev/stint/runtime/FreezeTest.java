package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.Channel;
import dev.stint.TaskletStatus;
import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FreezeTest {
  private final FakeHost.Cluster cluster = new FakeHost.Cluster();

  private FakeNode node(String name) {
    return FakeNode.in(cluster, name, 1, JobSettings.named("test"));
  }

  private static void awaitState(FakeNode node, CellId cell, TaskletStatus wanted) {
    while (node.job.statusOf(cell) != wanted) {
      Thread.onSpinWait();
    }
  }

  private static long longOf(FakeNode node, CellOutcome outcome) {
    return (Long) node.job.primarySide().decode(((CellOutcome.Returned) outcome).value());
  }

  /** A cell of its own for channels, that never ends by itself. */
  private static CellId home(FakeNode node) {
    CellId cell = node.start(Sleeping.forEver());
    awaitState(node, cell, TaskletStatus.PARKED);
    return cell;
  }

  @Test
  void aLoopGoesOnElsewhereWhereItWas() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId cell = one.start(Counting.to(3_000_000_000L));
      awaitState(one, cell, TaskletStatus.RUNNING);
      FreezeOutcome outcome = one.job.freeze(cell).toCompletableFuture().get();
      FreezeOutcome.Frozen frozen = (FreezeOutcome.Frozen) outcome;
      assertThat(one.job.stack(cell).orElseThrow().frames().get(0).at().getMethodName())
          .isEqualTo("sum");
      one.job.discard(cell);
      two.job.thaw(frozen.image());
      assertThat(longOf(two, two.endOf(cell))).isEqualTo(4499999998500000000L);
      assertThat(one.job.tasklets()).isEmpty();
    }
  }

  @Test
  void aFrozenTaskletCanStay() throws Exception {
    try (FakeNode one = node("n1")) {
      CellId cell = one.start(Counting.to(300_000_000L));
      one.job.freeze(cell).toCompletableFuture().get();
      assertThat(one.job.statusOf(cell)).isIn(TaskletStatus.FROZEN, TaskletStatus.DONE);
      one.job.resumeLocally(cell);
      assertThat(longOf(one, one.endOf(cell))).isEqualTo(44999999850000000L);
    }
  }

  @Test
  void aPausedTaskletIsPausedElsewhereToo() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId cell = one.start(Counting.to(1_000_000_000L));
      awaitState(one, cell, TaskletStatus.RUNNING);
      one.start(orders(cell, Order.PAUSE));
      awaitState(one, cell, TaskletStatus.PAUSED);
      one.host.move(cell, two.host);
      awaitState(two, cell, TaskletStatus.PAUSED);
      one.start(orders(cell, Order.RESUME));
      assertThat(longOf(two, two.endOf(cell))).isEqualTo(499999999500000000L);
    }
  }

  private static Script orders(CellId target, Order order) {
    return new Script(ctx -> {
      order.send(Cell.on(ctx), target);
      return null;
    });
  }

  @Test
  void whoGoesFirstAtAChannelIsSoElsewhereToo() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId home = home(one);
      ChannelHandle<Object> channel = one.channel(home, 0);
      one.endOf(
          one.start(
              new Script(ctx -> {
                Primitives.preference(channel, Channel.Preference.SENDER, ctx);
                return null;
              })));
      one.host.move(home, two.host);
      awaitState(two, home, TaskletStatus.PARKED);
      assertThat(two.job.mail().preferenceOf(channel.id())).isEqualTo(Channel.Preference.SENDER);
    }
  }

  @Test
  void aReceiverThatMovedStillGetsItsMessage() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      ChannelHandle<Object> channel = one.channel(home(one), 0);
      CellId receiver = one.start(Receiving.from(channel));
      awaitState(one, receiver, TaskletStatus.PARKED);
      one.host.move(receiver, two.host);
      awaitState(two, receiver, TaskletStatus.PARKED);
      one.start(send(channel, 42L));
      assertThat(longOf(two, two.endOf(receiver))).isEqualTo(42L);
    }
  }

  @Test
  void aChannelThatMovedKeepsItsWaitersOnBothNodes() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId home = home(one);
      ChannelHandle<Object> channel = one.channel(home, 0);
      CellId receiver = one.start(Receiving.from(channel));
      awaitState(one, receiver, TaskletStatus.PARKED);
      one.host.move(home, two.host);
      awaitState(two, home, TaskletStatus.PARKED);
      two.start(send(channel, 7L));
      assertThat(longOf(one, one.endOf(receiver))).isEqualTo(7L);
    }
  }

  /** A question that is being put the first time must not be put again by who hears of a move. */
  @Test
  void askingAgainWhileATurnIsTakenTakesItOnce() throws Exception {
    int turns = 20_000;
    try (FakeNode node = FakeNode.in(cluster, "n1", 2, JobSettings.named("test"))) {
      CellId home = home(node);
      ChannelHandle<Object> channel = node.channel(home, 0);
      Script receiver = repeat(turns, ctx -> Primitives.receive(channel, ctx));
      AtomicInteger next = new AtomicInteger();
      node.start(
          repeat(
              turns,
              ctx -> {
                Primitives.send(channel, next.getAndIncrement(), ctx);
                return null;
              }));
      CellId received = node.start(receiver);
      while (node.host.endOf(received).state() == Future.State.RUNNING) {
        node.job.peerMoved(home);
      }
      assertThat(receiver.results)
          .containsExactlyElementsOf(IntStream.range(0, turns).mapToObj(String::valueOf).toList());
    }
  }

  private static Script repeat(int times, Script.Step step) {
    return new Script(Collections.nCopies(times, step).toArray(Script.Step[]::new));
  }

  @Test
  void noTimerOfATaskletThatLeftStaysBehind() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId sleeper = home(one);
      one.host.move(sleeper, two.host);
      awaitState(two, sleeper, TaskletStatus.PARKED);
      assertThat(one.scheduler.timers().pending()).isZero();
      two.job.close();
      assertThat(two.scheduler.timers().pending()).isZero();
    }
  }

  @Test
  void askingAgainKeepsOneTimer() throws Exception {
    try (FakeNode one = node("n1")) {
      CellId home = one.start(new Script(ctx -> null));
      one.endOf(home);
      ChannelHandle<Object> channel = one.channel(home, 0);
      CellId receiver =
          one.start(new Script(ctx -> Primitives.receive(channel, Duration.ofDays(1), ctx)));
      awaitState(one, receiver, TaskletStatus.PARKED);
      one.job.peerMoved(home);
      one.job.peerMoved(home);
      assertThat(one.scheduler.timers().pending()).isEqualTo(1);
    }
  }

  @Test
  void aTaskletTakesItsThreadsNameAlong() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId cell = home(one);
      one.job.resident(cell).setThreadName("renamed");
      one.host.move(cell, two.host);
      awaitState(two, cell, TaskletStatus.PARKED);
      assertThat(two.job.resident(cell).threadName()).isEqualTo("renamed");
    }
  }

  @Test
  void aTaskletMovesItself() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId cell = one.start(Moving.to("n2"));
      assertThat(two.endOf(cell)).isInstanceOf(CellOutcome.Returned.class);
    }
  }

  @Test
  void aJoinAcrossNodesGetsTheResult() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId counted = one.start(Sleeping.until(Duration.ofMillis(1)));
      CellId joiner = two.start(Joining.of(counted));
      assertThat(two.endOf(joiner)).isInstanceOf(CellOutcome.Returned.class);
    }
  }

  @Test
  void anAnswerThatComesBeforeAPinnedAskerWaitsIsNotLost() throws Exception {
    try (FakeNode one = node("n1");
        FakeNode two = node("n2")) {
      CellId counted = one.start(Counting.to(10));
      one.endOf(counted);
      cluster.fast = true;
      Script joining = new Script(ctx -> Primitives.join(new TaskletHandle<>(counted), Ctx.PINNED));
      two.endOf(two.start(joining));
      assertThat(joining.results).containsExactly("45");
    }
  }

  @Test
  void aQuestionWhosePeerMovesWhileItIsPutIsPutAgain() {
    Wait wait = new Wait(null, new WaitFor.Time(0));
    assertThat(wait.mayBeAskedAgain()).isFalse();
    assertThat(wait.asked()).isFalse();
    assertThat(wait.mayBeAskedAgain()).isTrue();
    assertThat(wait.asked()).isTrue();
  }

  @Test
  void whatCannotBeSerializedAnchorsAndSaysWhere() throws Exception {
    try (FakeNode one = node("n1")) {
      Anchored frame = new Anchored();
      frame.held = Thread.currentThread();
      CellId cell = one.start(frame);
      awaitState(one, cell, TaskletStatus.PARKED);
      FreezeOutcome outcome = one.job.freeze(cell).toCompletableFuture().get();
      assertThat(outcome).isInstanceOf(FreezeOutcome.Anchored.class);
      assertThat(((FreezeOutcome.Anchored) outcome).path()).isEqualTo("work.helper");
      assertThat(one.job.statusOf(cell)).isEqualTo(TaskletStatus.PARKED);
      one.job.cancel(cell);
      assertThat(one.endOf(cell)).isEqualTo(new CellOutcome.Cancelled());
    }
  }

  @Test
  void aTaskletThatBlocksPinnedIsAnsweredAtOnce() throws Exception {
    try (FakeNode one = node("n1")) {
      CellId cell =
          one.start(
              new Script(ctx -> {
                Primitives.sleep(Duration.ofDays(1), Ctx.PINNED);
                return null;
              }));
      awaitState(one, cell, TaskletStatus.PARKED);
      assertThat(one.job.freeze(cell).toCompletableFuture().get())
          .isInstanceOf(FreezeOutcome.Pinned.class);
      assertThat(one.job.pinnedSites()).isNotEmpty();
    }
  }

  @Test
  void aPinnedTaskletIsFrozenAtItsNextSafepointThatIsNot() throws Exception {
    try (FakeNode one = node("n1")) {
      PinnedFirst.mayGoOn = false;
      CellId cell = one.start(new PinnedFirst());
      awaitState(one, cell, TaskletStatus.RUNNING);
      CompletableFuture<FreezeOutcome> freeze = one.job.freeze(cell).toCompletableFuture();
      assertThat(freeze).isNotDone();
      PinnedFirst.mayGoOn = true;
      assertThat(freeze.get()).isInstanceOf(FreezeOutcome.Frozen.class);
    }
  }

  @Test
  void aTaskletThatStaysPinnedIsGivenUpWithItsSite() throws Exception {
    try (FakeNode one = node("n1")) {
      PinnedFirst.mayGoOn = false;
      CellId cell = one.start(new PinnedFirst());
      awaitState(one, cell, TaskletStatus.RUNNING);
      assertThat(one.job.freeze(cell).toCompletableFuture().get())
          .isInstanceOf(FreezeOutcome.Pinned.class);
      assertThat(one.job.pinnedSites().get(0).reason()).isEqualTo(PinReason.PLAIN_FRAME);
      PinnedFirst.mayGoOn = true;
      awaitState(one, cell, TaskletStatus.PARKED);
    }
  }

  @Test
  void tortureFreezesALoopAtEverySafepointAndItCannotTell() throws Exception {
    JobSettings settings = JobSettings.named("test").torture(1);
    try (FakeNode one = FakeNode.in(cluster, "n1", 1, settings)) {
      CellId cell = one.start(Counting.to(2000));
      assertThat(longOf(one, one.endOf(cell))).isEqualTo(1999000);
      assertThat(one.job.torture().freezesAt("Counting", 12)).isEqualTo(2000);
      assertThat(one.job.torture().missed()).isEmpty();
    }
  }

  private static Script send(ChannelHandle<?> channel, Object message) {
    return new Script(ctx -> {
      Primitives.send(channel, message, ctx);
      return null;
    });
  }

  /** Frames with one step and public state, so that they can be in an image. */
  public abstract static class OneStep extends Frame {
    abstract Object step(Ctx ctx);

    @Override
    public void resume(Ctx ctx) {
      if (ctx.thrown != null) {
        ctx.rethrow();
      }
      if (pc == 0) {
        Object result = step(ctx);
        if (ctx.unwinding) {
          ctx.push(this, 1);
        } else {
          ctx.retA = result;
        }
      }
    }

    @Override
    public FrameShape shape() {
      return FrameShape.of(
          getClass().getName(), "work", "()V", "F.java", 3, "5", "held helper 1 1");
    }
  }

  public static final class Receiving extends OneStep {
    public Object channel;

    static Receiving from(ChannelHandle<?> channel) {
      Receiving frame = new Receiving();
      frame.channel = channel;
      return frame;
    }

    @Override
    Object step(Ctx ctx) {
      return Primitives.receive((ChannelHandle<?>) channel, ctx);
    }
  }

  public static final class Moving extends OneStep {
    public String node;

    static Moving to(String node) {
      Moving frame = new Moving();
      frame.node = node;
      return frame;
    }

    @Override
    Object step(Ctx ctx) {
      Primitives.moveTo(node, ctx);
      return null;
    }
  }

  public static final class Sleeping extends OneStep {
    public long millis;

    static Sleeping forEver() {
      return until(Duration.ofDays(100));
    }

    static Sleeping until(Duration duration) {
      Sleeping frame = new Sleeping();
      frame.millis = duration.toMillis();
      return frame;
    }

    @Override
    Object step(Ctx ctx) {
      Primitives.sleepMillis(millis, ctx);
      return null;
    }
  }

  public static final class Joining extends OneStep {
    public Object target;

    static Joining of(CellId cell) {
      Joining frame = new Joining();
      frame.target = new TaskletHandle<>(cell);
      return frame;
    }

    @Override
    Object step(Ctx ctx) {
      return Primitives.join((TaskletHandle<?>) target, ctx);
    }
  }

  /** Loops pinned until it may go on, many safepoints at least, and then waits as it should. */
  public static final class PinnedFirst extends OneStep {
    static volatile boolean mayGoOn;

    @Override
    Object step(Ctx ctx) {
      for (int turns = 0; turns < 10_000 || !mayGoOn; turns++) {
        ctx.atPinnedSafepoint();
      }
      Primitives.sleepMillis(1_000_000_000, ctx);
      return null;
    }
  }

  public static final class Anchored extends OneStep {
    public Object held;

    @Override
    Object step(Ctx ctx) {
      Primitives.sleepMillis(1_000_000_000, ctx);
      return null;
    }
  }
}
