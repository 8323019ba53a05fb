package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.transformer.harness.Compiled;
import dev.stint.transformer.harness.Run;
import dev.stint.transformer.harness.TestIntrinsics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs among the test resources cannot tell that they are stopped and gone on with. */
class TransformedProgramsTest {
  static List<String> programs() throws Exception {
    Path folder = Path.of(TransformedProgramsTest.class.getResource("/programs").toURI());
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void a_program_gives_the_same_result_however_often_it_is_stopped(String name) throws Exception {
    Map<String, byte[]> classes = Compiled.of(read(name));
    String expected = Run.plain(classes, "Prog");
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    assertThat(program.report().pinnedSites())
        .noneMatch(s -> s.reason() == PinReason.NOT_TRANSFORMED);
    for (int every : new int[] {1, 2, 7, 1_000_000}) {
      Run.Outcome outcome = Run.stopping(program, "Prog", every);
      assertThat(outcome.result()).as("every %d", every).isEqualTo(expected);
      assertThat(outcome.stops()).isPositive();
    }
  }

  private static String read(String name) throws Exception {
    return Files.readString(
        Path.of(TransformedProgramsTest.class.getResource("/programs/" + name).toURI()));
  }
}
