package dev.stint.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines out of pieces of output; the two streams do not mix within a line. */
final class OutputLines {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();

  private OutputLines() {}

  /** The lines of {@code parts}, in the order of their ends; what lacks a line end comes last. */
  static Stream<String> of(Stream<OutputPart> parts) {
    OutputLines lines = new OutputLines();
    return Stream.concat(
            parts.map(lines::take).flatMap(List::stream),
            Stream.of(lines).flatMap(rest -> rest.finish().stream()))
        .onClose(parts::close);
  }

  private List<String> take(OutputPart part) {
    ByteArrayOutputStream pending = part.error() ? error : out;
    List<String> lines = new ArrayList<>();
    for (byte b : part.data()) {
      if (b == '\n') {
        lines.add(text(pending));
        pending.reset();
      } else {
        pending.write(b);
      }
    }
    return lines;
  }

  private List<String> finish() {
    return Stream.of(out, error).filter(rest -> rest.size() > 0).map(OutputLines::text).toList();
  }

  private static String text(ByteArrayOutputStream bytes) {
    String line = bytes.toString(StandardCharsets.UTF_8);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
