package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.stint.cluster.JobId;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.InputChunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputRelayTest {
  private static final JobId JOB = new JobId("j");

  private Duration time = Duration.ZERO;
  private final InputRelay relay =
      new InputRelay(
          new Clock() {
            @Override
            public Instant now() {
              throw new AssertionError("durations only");
            }

            @Override
            public long nanos() {
              return time.toNanos();
            }
          });
  private final List<String> heard = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final InputFeeder feeder = feeder("");
  private final NodeLink link =
      new NodeLink() {
        @Override
        public void send(CoordinatorMessage message) {
          var part = message.getInput();
          String data = part.getData().size() > 100 ? "long" : part.getData().toStringUtf8();
          String lost = part.getLost().isEmpty() ? "" : "!";
          heard.add(part.getOffset() + ":" + data + (part.getEnd() ? "." : "") + lost);
        }

        @Override
        public void end() {}
      };

  private InputFeeder feeder(String name) {
    return new InputFeeder() {
      @Override
      public void received(long offset) {
        told.add(name + offset);
      }

      @Override
      public void full(long offset) {
        told.add(name + "full " + offset);
      }

      @Override
      public void over() {
        told.add(name + "over");
      }
    };
  }

  private void type(long offset, String text) {
    relay.add(JOB, chunk(offset, text).build(), feeder);
  }

  private void end(long offset) {
    relay.add(JOB, chunk(offset, "").setEnd(true).build(), feeder);
  }

  private static InputChunk.Builder chunk(long offset, String text) {
    return InputChunk.newBuilder().setOffset(offset).setData(ByteString.copyFromUtf8(text));
  }

  @Test
  void a_node_gets_what_was_typed_from_where_it_asks_and_then_the_end() {
    type(0, "ab");
    relay.ask(JOB, 0, link);
    relay.ask(JOB, 2, link);
    type(2, "cd");
    relay.ask(JOB, 4, link);
    end(4);
    assertThat(heard).containsExactly("0:ab", "2:cd", "4:.");
    assertThat(told).containsExactly("2", "4", "4");
  }

  @Test
  void what_a_node_did_not_get_it_may_ask_for_again() {
    type(0, "abc");
    relay.ask(JOB, 0, link);
    relay.ask(JOB, 1, link);
    end(3);
    relay.ask(JOB, 3, link);
    assertThat(heard).containsExactly("0:abc", "1:bc", "3:.");
  }

  @Test
  void a_client_waits_when_nobody_reads() {
    type(0, "x".repeat(InputRelay.MAX_WAITING));
    assertThat(told).containsExactly("full " + InputRelay.MAX_WAITING);
    relay.ask(JOB, 1000, link);
    assertThat(told).hasSize(2).endsWith(String.valueOf(InputRelay.MAX_WAITING));
  }

  @Test
  void a_client_that_does_not_wait_is_refused() {
    type(0, "x".repeat(InputRelay.MAX_WAITING));
    assertThatThrownBy(() -> type(InputRelay.MAX_WAITING, "y"))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("too much");
    type(0, "x".repeat(InputRelay.MAX_WAITING));
    end(InputRelay.MAX_WAITING);
    relay.ask(JOB, InputRelay.MAX_WAITING, link);
    assertThat(heard).containsExactly(InputRelay.MAX_WAITING + ":.");
  }

  @Test
  void a_broken_call_is_no_end_and_what_is_sent_again_is_not_doubled() {
    type(0, "abc");
    relay.away(JOB, feeder);
    relay.ask(JOB, 0, link);
    relay.add(JOB, chunk(0, "abc").build(), feeder("again "));
    relay.ask(JOB, 3, link);
    relay.add(JOB, chunk(3, "d").setEnd(true).build(), feeder("again "));
    assertThat(heard).containsExactly("0:abc", "3:d.");
    assertThat(told).containsExactly("3", "again 3", "again 4");
  }

  @Test
  void a_client_that_does_not_come_back_fails_the_reader() {
    type(0, "a");
    relay.ask(JOB, 0, link);
    relay.ask(JOB, 1, link);
    relay.away(JOB, feeder);
    time = InputRelay.ABSENCE;
    relay.look();
    assertThat(heard).containsExactly("0:a");
    time = time.plusSeconds(1);
    relay.look();
    assertThat(heard).containsExactly("0:a", "1:!");
  }

  @Test
  void a_client_that_has_come_back_is_not_missed() {
    type(0, "a");
    relay.away(JOB, feeder);
    relay.add(JOB, chunk(1, "").build(), feeder("new "));
    relay.away(JOB, feeder);
    time = InputRelay.ABSENCE.multipliedBy(2);
    relay.look();
    relay.ask(JOB, 1, link);
    assertThat(heard).isEmpty();
  }

  @Test
  void a_new_coordinator_goes_on_where_node_and_client_agree() {
    relay.ask(JOB, 7, link);
    type(5, "abcd");
    assertThat(heard).containsExactly("7:cd");
  }

  @Test
  void a_new_coordinator_is_told_the_end_again() {
    end(9);
    relay.ask(JOB, 9, link);
    assertThat(heard).containsExactly("9:.");
  }

  @Test
  void what_went_with_a_coordinator_fails_the_reader() {
    relay.ask(JOB, 3, link);
    type(5, "x");
    assertThat(heard).containsExactly("3:!");
  }

  @Test
  void what_went_with_a_coordinator_fails_a_reader_that_asks_later() {
    end(9);
    relay.ask(JOB, 3, link);
    assertThat(heard).containsExactly("3:!");
  }

  @Test
  void an_input_whose_client_a_new_coordinator_never_saw_fails_in_the_end() {
    relay.ask(JOB, 3, link);
    time = InputRelay.ABSENCE.plusSeconds(1);
    relay.look();
    assertThat(heard).containsExactly("3:!");
  }

  @Test
  void the_client_hears_of_the_jobs_end() {
    type(0, "a");
    relay.forget(JOB);
    assertThat(told).containsExactly("1", "over");
  }
}
