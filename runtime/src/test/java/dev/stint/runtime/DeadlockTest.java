package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.abi.Ctx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that can never go on fails, and says why; one that can is left alone. */
@Timeout(60)
final class DeadlockTest {
  private static FakeNode node(boolean deterministic) {
    return deterministic ? FakeNode.deterministic() : FakeNode.carriers(2);
  }

  private static String failure(FakeNode node) throws Exception {
    CellOutcome.Threw threw = (CellOutcome.Threw) node.host.cluster.end.get();
    assertThat(threw.type()).isEqualTo("dev.stint.DeadlockException");
    return threw.message();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void taskletsThatJoinEachOtherAreShownAsACircle(boolean deterministic) throws Exception {
    try (FakeNode node = node(deterministic)) {
      CompletableFuture<CellId> root = new CompletableFuture<>();
      CompletableFuture<CellId> other = new CompletableFuture<>();
      other.complete(
          node.start(new Script(ctx -> Primitives.join(new TaskletHandle<>(root.get()), ctx))));
      root.complete(
          node.startRoot(
              new Script(ctx -> Primitives.join(new TaskletHandle<>(other.get()), ctx))));
      assertThat(failure(node))
          .contains("all 2 tasklets wait for each other: c1 -> c2 -> c1")
          .contains("tasklet c2.0 waits for the end of c1\n")
          .contains("at Script.run(Script.java:1)");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMessageThatNobodySendsEndsTheJob(boolean deterministic) throws Exception {
    try (FakeNode node = node(deterministic)) {
      node.startRoot(
          new Script(
              ctx -> Primitives.receive(new ChannelHandle<>(Cell.on(ctx).newChannel(0)), ctx)));
      assertThat(failure(node)).contains("the last tasklet waits").contains("a message on c1/0");
    }
  }

  @Test
  void oneThatWaitsOnItsThreadIsSeenToo() throws Exception {
    try (FakeNode node = node(false)) {
      node.startRoot(
          new Script(ctx ->
              Primitives.receive(new ChannelHandle<>(Cell.on(ctx).newChannel(0)), Ctx.PINNED)));
      assertThat(failure(node)).contains("the last tasklet waits");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whileATimerIsPendingNothingIsStuck(boolean deterministic) throws Exception {
    try (FakeNode node = node(deterministic)) {
      node.startRoot(
          new Script(ctx -> {
            ChannelHandle<Object> channel = new ChannelHandle<>(Cell.on(ctx).newChannel(0));
            node.start(sendLate(channel));
            return Primitives.receive(channel, ctx);
          }));
      assertThat(node.host.cluster.end.get()).isInstanceOf(CellOutcome.Returned.class);
    }
  }

  private static Script sendLate(ChannelHandle<Object> channel) {
    return new Script(
        ctx -> {
          Primitives.sleep(Duration.ofMillis(300), ctx);
          return null;
        },
        ctx -> {
          Primitives.send(channel, "late", ctx);
          return null;
        });
  }

  @Test
  void aRootThatCatchesItGoesOn() throws Exception {
    try (FakeNode node = node(true)) {
      Script root =
          new Script(ctx -> {
            ChannelHandle<Object> channel = new ChannelHandle<>(Cell.on(ctx).newChannel(0));
            try {
              return Primitives.receive(channel, Ctx.PINNED);
            } catch (dev.stint.DeadlockException e) {
              return channel.balance();
            }
          });
      node.startRoot(root);
      assertThat(node.host.cluster.end.get()).isInstanceOf(CellOutcome.Returned.class);
      assertThat(root.results).containsExactly("0");
    }
  }
}
