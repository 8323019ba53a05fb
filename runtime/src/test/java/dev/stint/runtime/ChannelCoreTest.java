package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChannelCoreTest {
  private static final CellId A = new CellId(1);
  private static final CellId B = new CellId(2);
  private static final CellId C = new CellId(3);

  private final List<String> answers = new ArrayList<>();
  private boolean arrives = true;

  private ChannelCore<String> channel(int capacity) {
    return new ChannelCore<>(capacity, this::answer);
  }

  private boolean answer(ChannelTurn<String> turn, ChannelAnswer<String> answer) {
    String text =
        switch (answer) {
          case ChannelAnswer.Done<String> done -> "done";
          case ChannelAnswer.Received<String> received -> "got " + received.message();
          case ChannelAnswer.Closed<String> closed -> "closed";
          case ChannelAnswer.Nothing<String> nothing -> "nothing";
          case ChannelAnswer.Count<String> count -> "count " + count.value();
        };
    answers.add(turn.key.cell() + "#" + turn.key.number() + " " + text);
    return arrives;
  }

  private static ChannelTurn<String> turn(CellId cell, long number, ChannelOp op, String message) {
    ChannelTurn<String> turn = new ChannelTurn<>(new OpKey(cell, number), op, message, null);
    turn.cameFromAfar = false;
    return turn;
  }

  private static ChannelTurn<String> send(CellId cell, long number, String message) {
    return turn(cell, number, ChannelOp.SEND, message);
  }

  private static ChannelTurn<String> receive(CellId cell, long number) {
    return turn(cell, number, ChannelOp.RECEIVE, null);
  }

  @Test
  void aRendezvousSendIsDoneWhenTheMessageHasBeenTaken() {
    ChannelCore<String> channel = channel(0);
    channel.begin(send(A, 1, "x"));
    assertThat(answers).isEmpty();
    assertThat(channel.balance()).isEqualTo(1);
    channel.begin(receive(B, 1));
    assertThat(answers).containsExactly("c1#1 done", "c2#1 got x");
    assertThat(channel.balance()).isZero();
  }

  @Test
  void aLateCopyOfATurnThatWasAskedAgainNearbyTakesNothing() {
    ChannelCore<String> channel = channel(0);
    channel.take(receive(B, 1));
    channel.begin(send(A, 1, "x"));
    channel.begin(receive(B, 2));
    channel.begin(send(A, 2, "y"));
    channel.begin(send(A, 3, "z"));
    answers.clear();
    channel.take(receive(B, 1));
    assertThat(answers).isEmpty();
    channel.begin(receive(B, 3));
    assertThat(answers).containsExactly("c1#3 done", "c2#3 got z");
  }

  @Test
  void waitingReceiversAreServedFirstComeFirstServed() {
    ChannelCore<String> channel = channel(0);
    channel.begin(receive(A, 1));
    channel.begin(receive(B, 1));
    assertThat(channel.balance()).isEqualTo(-2);
    channel.begin(send(C, 1, "x"));
    channel.begin(send(C, 2, "y"));
    assertThat(answers).containsExactly("c1#1 got x", "c3#1 done", "c2#1 got y", "c3#2 done");
  }

  @Test
  void aBufferKeepsOrderAndRefillsFromWaitingSenders() {
    ChannelCore<String> channel = channel(2);
    for (int i = 1; i <= 3; i++) {
      channel.begin(send(A, i, "m" + i));
    }
    assertThat(answers).containsExactly("c1#1 done", "c1#2 done");
    answers.clear();
    channel.begin(receive(B, 1));
    channel.begin(receive(B, 2));
    channel.begin(receive(B, 3));
    assertThat(answers).containsExactly("c1#3 done", "c2#1 got m1", "c2#2 got m2", "c2#3 got m3");
  }

  @Test
  void closingWakesWaitersAndLeavesTheBufferToBeReceived() {
    ChannelCore<String> channel = channel(1);
    channel.begin(send(A, 1, "kept"));
    channel.begin(send(B, 1, "refused"));
    channel.begin(turn(C, 1, ChannelOp.CLOSE, null));
    channel.begin(send(C, 2, "late"));
    channel.begin(receive(C, 3));
    channel.begin(receive(C, 4));
    assertThat(answers)
        .containsExactly(
            "c1#1 done", "c2#1 closed", "c3#1 done", "c3#2 closed", "c3#3 got kept", "c3#4 closed");
  }

  @Test
  void triesNeverWait() {
    ChannelCore<String> channel = channel(0);
    channel.begin(turn(A, 1, ChannelOp.TRY_SEND, "x"));
    channel.begin(turn(A, 2, ChannelOp.TRY_RECEIVE, null));
    assertThat(answers).containsExactly("c1#1 nothing", "c1#2 nothing");
    assertThat(channel.balance()).isZero();
  }

  @Test
  void aWithdrawnTurnIsAnsweredOnceAndTakesNoMessage() {
    ChannelCore<String> channel = channel(0);
    ChannelTurn<String> waiting = receive(A, 1);
    channel.begin(waiting);
    channel.withdraw(waiting);
    channel.begin(turn(B, 1, ChannelOp.TRY_SEND, "x"));
    assertThat(answers).containsExactly("c1#1 nothing", "c2#1 nothing");
  }

  @Test
  void aWithdrawalThatComesTooLateGivesTheAnswerOnceMore() {
    ChannelCore<String> channel = channel(0);
    arrives = false;
    channel.take(receive(A, 1));
    channel.take(send(B, 1, "x"));
    channel.withdraw(receive(A, 1));
    assertThat(answers).containsExactly("c1#1 got x", "c2#1 done", "c1#1 got x");
  }

  @Test
  void aWithdrawalThatOvertakesItsRequestStillHolds() {
    ChannelCore<String> channel = channel(0);
    arrives = false;
    channel.withdraw(receive(A, 1));
    channel.take(receive(A, 1));
    assertThat(channel.balance()).isZero();
    assertThat(answers).containsExactly("c1#1 nothing", "c1#1 nothing");
  }

  @Test
  void aRepeatedRequestIsAnsweredAgainAndDoesNothingTwice() {
    ChannelCore<String> channel = channel(1);
    arrives = false;
    channel.take(send(A, 1, "x"));
    channel.take(send(A, 1, "x"));
    channel.take(receive(B, 1));
    channel.take(receive(B, 1));
    channel.take(turn(B, 2, ChannelOp.TRY_RECEIVE, null));
    assertThat(answers)
        .containsExactly("c1#1 done", "c1#1 done", "c2#1 got x", "c2#1 got x", "c2#2 nothing");
  }

  @Test
  void aRepeatedRequestThatStillWaitsKeepsItsPlace() {
    ChannelCore<String> channel = channel(0);
    channel.take(receive(A, 1));
    channel.take(receive(B, 1));
    channel.take(receive(A, 1));
    assertThat(channel.balance()).isEqualTo(-2);
    channel.take(send(C, 1, "x"));
    assertThat(answers).startsWith("c1#1 got x");
  }

  @Test
  void aWatcherIsToldOnceWhenItsTurnWouldNotWait() {
    ChannelCore<String> channel = channel(0);
    channel.begin(turn(A, 1, ChannelOp.AWAIT_RECEIVE, null));
    assertThat(channel.balance()).isZero();
    channel.begin(send(B, 1, "x"));
    channel.begin(turn(A, 2, ChannelOp.TRY_RECEIVE, null));
    channel.begin(send(B, 2, "y"));
    assertThat(answers).containsExactly("c1#1 done", "c2#1 done", "c1#2 got x");
  }

  @Test
  void whoWouldSendHearsOfWhoWouldReceive() {
    ChannelCore<String> channel = channel(0);
    channel.begin(turn(A, 1, ChannelOp.AWAIT_SEND, null));
    channel.begin(turn(B, 1, ChannelOp.AWAIT_RECEIVE, null));
    assertThat(answers).containsExactly("c1#1 done");
    channel.begin(send(A, 2, "x"));
    assertThat(answers).containsExactly("c1#1 done", "c2#1 done");
  }

  @Test
  void whoWouldSendAndReceiveIsNoPartnerOfItsOwn() {
    ChannelCore<String> channel = channel(0);
    channel.begin(turn(A, 1, ChannelOp.AWAIT_EITHER, null));
    assertThat(answers).isEmpty();
    channel.begin(turn(B, 1, ChannelOp.AWAIT_EITHER, null));
    assertThat(answers).hasSize(1);
  }

  @Test
  void closingTellsWatchersWhenNothingIsLeftToReceive() {
    ChannelCore<String> channel = channel(1);
    channel.begin(send(B, 1, "kept"));
    channel.begin(turn(A, 1, ChannelOp.AWAIT_CLOSED, null));
    channel.begin(turn(B, 2, ChannelOp.CLOSE, null));
    assertThat(answers).containsExactly("c2#1 done", "c2#2 done");
    channel.begin(receive(B, 3));
    assertThat(answers).containsExactly("c2#1 done", "c2#2 done", "c2#3 got kept", "c1#1 closed");
    channel.begin(turn(C, 1, ChannelOp.AWAIT_SEND, null));
    assertThat(answers).contains("c3#1 closed");
  }

  @Test
  void aWatchThatIsGivenUpOrTakenElsewhereIsToldNothingHere() {
    ChannelCore<String> channel = channel(0);
    channel.begin(turn(A, 1, ChannelOp.AWAIT_RECEIVE, null));
    channel.take(turn(B, 1, ChannelOp.AWAIT_RECEIVE, null));
    channel.withdraw(turn(A, 1, ChannelOp.RECEIVE, null));
    ChannelCore<String> after = new ChannelCore<>(channel.state(), this::answer);
    after.take(turn(B, 1, ChannelOp.AWAIT_RECEIVE, null));
    after.begin(send(C, 1, "x"));
    assertThat(answers).containsExactly("c2#1 done");
  }

  @Test
  void theWholeStateCanBeTakenElsewhere() {
    ChannelCore<String> before = channel(1);
    before.begin(send(A, 1, "buffered"));
    before.begin(send(B, 1, "waiting"));
    answers.clear();
    ChannelCore<String> after = new ChannelCore<>(before.state(), this::answer);
    assertThat(after.balance()).isEqualTo(1);
    after.begin(receive(C, 1));
    after.begin(receive(C, 2));
    assertThat(answers).containsExactly("c2#1 done", "c3#1 got buffered", "c3#2 got waiting");
  }
}
