package dev.stint.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Scripts in {@code scenarios} with what must come of each line: a comment starts with #, a
 * script's line with {@code >}, and what follows it up to the next is what came out.
 */
class ScenarioTest {
  private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

  @TestFactory
  Stream<DynamicTest> theTranscriptIsAsExpected() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(SCENARIOS)) {
      files = found.sorted().toList();
    }
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString().replace(".txt", "").replace('-', ' '),
                () -> run(file)));
  }

  private static void run(Path file) throws IOException {
    Scenario scenario = new Scenario();
    StringBuilder transcript = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#")) {
        transcript.append(line).append('\n');
      } else if (line.startsWith("> ")) {
        if (!transcript.toString().endsWith("\n\n")) {
          transcript.append('\n');
        }
        transcript.append(line).append('\n');
        scenario
            .play(line.substring(2).trim())
            .forEach(out -> transcript.append("    ").append(out).append('\n'));
      }
    }
    Golden.check("scenarios/" + file.getFileName(), transcript.toString());
  }
}
