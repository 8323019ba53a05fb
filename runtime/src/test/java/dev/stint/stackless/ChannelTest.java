package dev.stint.stackless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.Channel;
import dev.stint.Channel.Preference;
import dev.stint.ChannelClosedException;
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Meeting at a channel: who goes first, what can be sent, closing and opening again. */
@Timeout(60)
final class ChannelTest {

  private static String drain(Channel<String> log) {
    log.close();
    StringBuilder all = new StringBuilder();
    for (String one : log) {
      all.append(one).append(' ');
    }
    return all.toString().trim();
  }

  /** The root sends to one that waits already; a third tasklet is ready meanwhile. */
  private static String sendToWaiting(Preference first) {
    return Ordered.run(() -> {
      Channel<String> log = Channel.buffered(20);
      log.preference(Preference.NEITHER);
      Channel<String> channel = Channel.rendezvous();
      channel.preference(first);
      Tasklet<?> receiver =
          Tasklet.spawn(() -> {
            channel.receive();
            log.send("receiver");
          });
      Tasklet.yield();
      Tasklet<?> third = Tasklet.spawn(() -> log.send("third"));
      channel.send("x");
      log.send("sender");
      receiver.join();
      third.join();
      return drain(log);
    });
  }

  /** The root receives from one that waits already; a third tasklet is ready meanwhile. */
  private static String receiveFromWaiting(Preference first) {
    return Ordered.run(() -> {
      Channel<String> log = Channel.buffered(20);
      log.preference(Preference.NEITHER);
      Channel<String> channel = Channel.rendezvous();
      channel.preference(first);
      Tasklet<?> sender =
          Tasklet.spawn(() -> {
            channel.send("x");
            log.send("sender");
          });
      Tasklet.yield();
      Tasklet<?> third = Tasklet.spawn(() -> log.send("third"));
      channel.receive();
      log.send("receiver");
      sender.join();
      third.join();
      return drain(log);
    });
  }

  @Test
  void aNewChannelPrefersItsReceivers() {
    Preference seen = Ordered.run(() -> Channel.rendezvous().preference());
    assertThat(seen).isEqualTo(Preference.RECEIVER);
  }

  @Test
  void aPreferenceIsWhatWasSetLast() {
    List<Preference> seen =
        Ordered.run(() -> {
          List<Preference> all = new ArrayList<>();
          Channel<String> channel = Channel.rendezvous();
          for (Preference one : List.of(Preference.SENDER, Preference.NEITHER)) {
            channel.preference(one);
            all.add(channel.preference());
          }
          return all;
        });
    assertThat(seen).containsExactly(Preference.SENDER, Preference.NEITHER);
  }

  @Test
  void aPreferredReceiverRunsAtOnceAndItsSenderNext() {
    assertThat(sendToWaiting(Preference.RECEIVER)).isEqualTo("receiver sender third");
  }

  @Test
  void aSenderGoesOnWhereSendersArePreferred() {
    assertThat(sendToWaiting(Preference.SENDER)).isEqualTo("sender third receiver");
  }

  @Test
  void aSenderGoesOnWhereNeitherIsPreferred() {
    assertThat(sendToWaiting(Preference.NEITHER)).isEqualTo("sender third receiver");
  }

  @Test
  void aReceiverGoesOnWhereReceiversArePreferred() {
    assertThat(receiveFromWaiting(Preference.RECEIVER)).isEqualTo("receiver third sender");
  }

  @Test
  void aPreferredSenderRunsAtOnceAndItsReceiverNext() {
    assertThat(receiveFromWaiting(Preference.SENDER)).isEqualTo("sender receiver third");
  }

  @Test
  void aReceiverGoesOnWhereNeitherIsPreferred() {
    assertThat(receiveFromWaiting(Preference.NEITHER)).isEqualTo("receiver third sender");
  }

  @Test
  void whatIsReceivedArrivesAlsoWhereTheSenderRunsFirst() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          channel.preference(Preference.SENDER);
          Tasklet.spawn(() -> channel.send("message"));
          Tasklet.yield();
          return channel.receive();
        });
    assertThat(seen).isEqualTo("message");
  }

  @Test
  void balanceCountsSendersAndReceiversThatWait() {
    List<Integer> seen =
        Ordered.run(() -> {
          List<Integer> all = new ArrayList<>();
          Channel<String> channel = Channel.rendezvous();
          all.add(channel.balance());
          Tasklet<?> one = Tasklet.spawn(() -> channel.send("a"));
          Tasklet<?> two = Tasklet.spawn(() -> channel.send("b"));
          Tasklet.yield();
          all.add(channel.balance());
          channel.receive();
          channel.receive();
          Tasklet<?> three = Tasklet.spawn(() -> channel.receive());
          Tasklet.yield();
          all.add(channel.balance());
          channel.send("c");
          one.join();
          two.join();
          three.join();
          return all;
        });
    assertThat(seen).containsExactly(0, 2, -1);
  }

  @Test
  void aTaskletThatIsCancelledLeavesTheBalance() {
    int seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          Tasklet<?> waits = Tasklet.spawn(() -> channel.receive());
          Tasklet.yield();
          waits.cancel();
          Tasklet.yield();
          return channel.balance();
        });
    assertThat(seen).isZero();
  }

  @Test
  void aSequenceArrivesInItsOrderAndIsCounted() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          Tasklet<Integer> sender = Tasklet.spawn(() -> channel.sendAll(List.of("a", "b", "c")));
          String all = channel.receive() + channel.receive() + channel.receive();
          return all + sender.join();
        });
    assertThat(seen).isEqualTo("abc3");
  }

  @Test
  void anExceptionIsThrownByOneReceive() {
    List<String> seen =
        Ordered.run(() -> {
          List<String> all = new ArrayList<>();
          Channel<String> channel = Channel.rendezvous();
          Tasklet.spawn(() -> {
            channel.sendException(new IllegalArgumentException("sent"));
            channel.send("after");
          });
          try {
            channel.receive();
          } catch (IllegalArgumentException e) {
            all.add(e.getMessage());
          }
          all.add(channel.receive());
          return all;
        });
    assertThat(seen).containsExactly("sent", "after");
  }

  @Test
  void anExceptionWakesAReceiverThatWaits() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          Tasklet<String> receiver =
              Tasklet.spawn(() -> {
                try {
                  return channel.receive();
                } catch (IllegalStateException e) {
                  return "caught " + e.getMessage();
                }
              });
          Tasklet.yield();
          channel.sendException(new IllegalStateException("it"));
          return receiver.join();
        });
    assertThat(seen).isEqualTo("caught it");
  }

  @Test
  void toCloseAChannelWakesWhoWaits() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          Tasklet<String> receiver =
              Tasklet.spawn(() -> {
                try {
                  return channel.receive();
                } catch (ChannelClosedException e) {
                  return "closed";
                }
              });
          Tasklet.yield();
          channel.close();
          return receiver.join();
        });
    assertThat(seen).isEqualTo("closed");
  }

  @Test
  void aClosedChannelTakesNothing() {
    assertThatThrownBy(() ->
            Ordered.run(() -> {
              Channel<String> channel = Channel.buffered(3);
              channel.close();
              channel.send("late");
              return null;
            }))
        .isInstanceOf(ChannelClosedException.class);
  }

  @Test
  void aReopenedChannelTakesMessagesAgain() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.buffered(3);
          channel.send("before");
          channel.close();
          channel.reopen();
          channel.send("after");
          return channel.receive() + " " + channel.receive();
        });
    assertThat(seen).isEqualTo("before after");
  }

  @Test
  void toReopenAnOpenChannelDoesNothing() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.buffered(3);
          channel.reopen();
          channel.send("x");
          return channel.receive();
        });
    assertThat(seen).isEqualTo("x");
  }

  @Test
  void whoComesFirstIsServedFirst() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          for (String name : List.of("a", "b", "c")) {
            Tasklet.spawn(() -> channel.send(name));
          }
          Tasklet.yield();
          return channel.receive() + channel.receive() + channel.receive();
        });
    assertThat(seen).isEqualTo("abc");
  }

  @Test
  void iterationEndsWhenTheChannelIsClosedAndEmpty() {
    int seen =
        Ordered.run(() -> {
          Channel<Integer> channel = Channel.rendezvous();
          Tasklet.spawn(() -> {
            channel.sendAll(List.of(1, 2, 3));
            channel.close();
          });
          int sum = 0;
          for (int one : channel) {
            sum += one;
          }
          return sum;
        });
    assertThat(seen).isEqualTo(6);
  }
}
