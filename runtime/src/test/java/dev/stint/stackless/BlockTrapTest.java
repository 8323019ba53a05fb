package dev.stint.stackless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.Channel;
import dev.stint.ChannelClosedException;
import dev.stint.DeadlockException;
import dev.stint.Tasklet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A tasklet that must not wait, and a job of which nobody can go on. */
@Timeout(60)
final class BlockTrapTest {

  private static void trapped(Tasklet.Action action) {
    Ordered.run(() -> {
      Tasklet.current().blockTrap(true);
      action.run();
      return null;
    });
  }

  @Test
  void aReceiveThatWouldWaitThrows() {
    assertThatThrownBy(() -> trapped(() -> Channel.rendezvous().receive()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("blockTrap(true)");
  }

  @Test
  void aSendThatWouldWaitThrows() {
    assertThatThrownBy(() -> trapped(() -> Channel.rendezvous().send("x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("blockTrap(true)");
  }

  @Test
  void toSendAnExceptionThatNobodyTakesThrows() {
    assertThatThrownBy(() ->
            trapped(() -> Channel.rendezvous().sendException(new IllegalArgumentException("x"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("blockTrap(true)");
  }

  @Test
  void aSelectThatWouldWaitThrows() {
    assertThatThrownBy(() ->
            trapped(() ->
                Channel.select(Channel.onReceive(Channel.<String>rendezvous(), text -> text))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("blockTrap(true)");
  }

  @Test
  void aJoinThatWouldWaitThrows() {
    assertThatThrownBy(
            () -> trapped(() -> Tasklet.spawn(() -> Tasklet.sleep(Duration.ofDays(1))).join()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the end of");
  }

  @Test
  void whatNeedsNoWaitingIsDone() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.buffered(1);
          Tasklet.current().blockTrap(true);
          channel.send("x");
          return channel.receive();
        });
    assertThat(seen).isEqualTo("x");
  }

  @Test
  void afterATrapTheChannelIsAsItWas() {
    int seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          Tasklet.current().blockTrap(true);
          try {
            channel.receive();
          } catch (IllegalStateException e) {
            return channel.balance();
          }
          return -100;
        });
    assertThat(seen).isZero();
  }

  @Test
  void aClosedChannelIsClosedForOneThatMustNotWaitToo() {
    assertThatThrownBy(() ->
            Ordered.run(() -> {
              Channel<String> channel = Channel.rendezvous();
              channel.close();
              Tasklet.current().blockTrap(true);
              return channel.receive();
            }))
        .isInstanceOf(ChannelClosedException.class);
  }

  @Test
  void withoutTheTrapItWaitsAgain() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          Tasklet.current().blockTrap(true);
          Tasklet.current().blockTrap(false);
          Tasklet.spawn(() -> channel.send("came"));
          return channel.receive();
        });
    assertThat(seen).isEqualTo("came");
  }

  @Test
  void anotherTaskletCanBeTrapped() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          Tasklet<String> child =
              Tasklet.spawn(() -> {
                try {
                  return channel.receive();
                } catch (IllegalStateException e) {
                  return "trapped";
                }
              });
          child.blockTrap(true);
          return child.join();
        });
    assertThat(seen).isEqualTo("trapped");
  }

  @Test
  void aPausedTaskletCannotWakeTheLastOneThatWaits() {
    assertThatThrownBy(() ->
            Ordered.run(() -> {
              Channel<String> channel = Channel.rendezvous();
              Tasklet.unstarted(() -> channel.send("never"));
              return channel.receive();
            }))
        .isInstanceOf(DeadlockException.class);
  }
}
