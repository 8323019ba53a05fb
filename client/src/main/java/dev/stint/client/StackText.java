package dev.stint.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stack traces as {@code Throwable.printStackTrace} shows them. */
final class StackText {
  private static final Pattern FRAME =
      Pattern.compile("\\s+at (?:[^/(]*/)*([\\w.$]+)\\.([\\w$<>]+)\\(([^:)]*)(?::(\\d+))?\\)\\s*");

  private StackText() {}

  /** The frames of the outermost exception; those of its causes are left out. */
  static List<StackTraceElement> parse(String text) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher frame = FRAME.matcher(line);
      if (frame.matches()) {
        frames.add(element(frame));
      } else if (line.startsWith("Caused by:")) {
        break;
      }
    }
    return frames;
  }

  private static StackTraceElement element(Matcher frame) {
    String type = Objects.requireNonNull(frame.group(1));
    String method = Objects.requireNonNull(frame.group(2));
    String line = frame.group(4);
    return new StackTraceElement(
        type, method, frame.group(3), line == null ? -1 : Integer.parseInt(line));
  }
}
