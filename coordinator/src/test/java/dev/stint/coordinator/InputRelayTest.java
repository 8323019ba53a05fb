package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.stint.cluster.JobId;
import dev.stint.proto.CoordinatorMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputRelayTest {
  private static final JobId JOB = new JobId("j");

  private final InputRelay relay = new InputRelay();
  private final List<String> heard = new ArrayList<>();
  private int room;
  private final NodeLink link =
      new NodeLink() {
        @Override
        public void send(CoordinatorMessage message) {
          var part = message.getInput();
          String data = part.getData().size() > 100 ? "long" : part.getData().toStringUtf8();
          heard.add(part.getOffset() + ":" + data + (part.getEnd() ? "." : ""));
        }

        @Override
        public void end() {}
      };

  private void type(String text) {
    relay.add(JOB, ByteString.copyFromUtf8(text), () -> room++);
  }

  @Test
  void a_node_gets_what_was_typed_from_where_it_asks_and_then_the_end() {
    type("ab");
    relay.ask(JOB, 0, link);
    relay.ask(JOB, 2, link);
    type("cd");
    relay.ask(JOB, 4, link);
    relay.end(JOB);
    assertThat(heard).containsExactly("0:ab", "2:cd", "4:.");
    assertThat(room).isEqualTo(2);
  }

  @Test
  void what_a_node_did_not_get_it_may_ask_for_again() {
    type("abc");
    relay.ask(JOB, 0, link);
    relay.ask(JOB, 1, link);
    relay.end(JOB);
    relay.ask(JOB, 3, link);
    assertThat(heard).containsExactly("0:abc", "1:bc", "3:.");
  }

  @Test
  void a_client_waits_when_nobody_reads() {
    type("x".repeat(InputRelay.MAX_WAITING));
    assertThat(room).isZero();
    relay.ask(JOB, 1000, link);
    assertThat(room).isEqualTo(1);
  }
}
