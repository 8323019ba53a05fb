package dev.stint.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutputLinesTest {
  @Test
  void lines_come_in_the_order_of_their_ends_and_streams_do_not_mix() {
    assertThat(
            OutputLines.of(
                Stream.of(
                    part(false, "one\ntw"),
                    part(true, "err"),
                    part(false, "o\n"),
                    part(true, "or\n"))))
        .containsExactly("one", "two", "error");
  }

  @Test
  void a_character_divided_between_pieces_is_whole_again_and_line_ends_may_be_missing() {
    byte[] bytes = "grün".getBytes(StandardCharsets.UTF_8);
    byte[] head = java.util.Arrays.copyOf(bytes, 3);
    byte[] tail = java.util.Arrays.copyOfRange(bytes, 3, bytes.length);
    assertThat(
            OutputLines.of(
                Stream.of(new OutputPart(0, false, head), new OutputPart(3, false, tail))))
        .containsExactly("grün");
  }

  private static OutputPart part(boolean error, String text) {
    return new OutputPart(0, error, text.getBytes(StandardCharsets.UTF_8));
  }
}
