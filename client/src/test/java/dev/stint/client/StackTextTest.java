package dev.stint.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackTextTest {
  @Test
  void frames_are_read_back_and_causes_left_out() {
    String text =
        """
        com.acme.Bad: no
        \tat com.acme.Main.lambda$run$0(Main.java:12)
        \tat java.base/java.util.ArrayList.forEach(ArrayList.java:1596)
        \tat app//com.acme.Main.<init>(Native Method)
        Caused by: java.io.IOException
        \tat com.acme.Other.read(Other.java:1)
        """;
    List<StackTraceElement> frames = StackText.parse(text);
    assertThat(frames)
        .extracting(StackTraceElement::toString)
        .containsExactly(
            "com.acme.Main.lambda$run$0(Main.java:12)",
            "java.util.ArrayList.forEach(ArrayList.java:1596)",
            "com.acme.Main.<init>(Native Method)");
  }
}
