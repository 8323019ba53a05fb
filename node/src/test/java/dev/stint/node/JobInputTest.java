package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.stint.proto.InputPart;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobInputTest {
  private final Queue<InputPart> parts = new ArrayDeque<>();
  private final JobInput input = new JobInput(true, this::answer);

  /** Input that is there before it is asked for. */
  private void answer(long position) {
    InputPart part = parts.remove();
    Thread.startVirtualThread(() -> this.input.arrived(part));
  }

  private static InputPart.Builder part(long offset, String data) {
    return InputPart.newBuilder().setOffset(offset).setData(ByteString.copyFromUtf8(data));
  }

  @Test
  void what_is_lost_is_no_end() throws IOException {
    parts.addAll(List.of(part(0, "ab").setLost("the line broke").build()));
    byte[] buffer = new byte[10];
    assertThat(input.read(buffer, 0, 10)).isEqualTo(2);
    assertThatThrownBy(() -> input.read(buffer, 0, 10))
        .isInstanceOf(IOException.class)
        .hasMessage("the line broke");
  }

  @Test
  void the_end_comes_after_the_last_byte() throws IOException {
    parts.addAll(List.of(part(0, "ab").setEnd(true).build()));
    byte[] buffer = new byte[10];
    assertThat(input.read(buffer, 0, 10)).isEqualTo(2);
    assertThat(input.read(buffer, 0, 10)).isEqualTo(-1);
  }
}
