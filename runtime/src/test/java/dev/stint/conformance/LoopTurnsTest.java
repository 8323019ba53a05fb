package dev.stint.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the programs say of themselves is true of the plain programs already. */
class LoopTurnsTest {
  private static final Path PACKAGE = Path.of("dev", "stint", "conformance", "programs");
  private static final long MOST_TURNS = 60_000;

  @TempDir Path folder;

  @Test
  void everyLoopMarkedTurnsAndNoProgramTurnsTooLong() throws Exception {
    Path copies = folder.resolve("classes");
    LoopTurns.instrument(Path.of("target/test-classes").resolve(PACKAGE), copies.resolve(PACKAGE));
    String classPath = copies + File.pathSeparator + System.getProperty("java.class.path");
    List<Program> programs = ProgramSources.in(ProgramsTest.SOURCES);
    Path counts = folder.resolve("counts");
    new PlainRuns(counts, classPath).run(programs);
    Map<Site, Long> turns = LoopTurns.read(counts);
    List<String> wrong = new ArrayList<>();
    for (Program program : programs) {
      for (Mark mark : program.marks()) {
        if (mark.count(program, turns) == 0) {
          wrong.add(program + ":" + mark.line() + " never turns");
        }
      }
      long all =
          turns.entrySet().stream()
              .filter(e -> program.owns(e.getKey().className()))
              .mapToLong(Map.Entry::getValue)
              .sum();
      if (all > MOST_TURNS) {
        wrong.add(program + " turns " + all + " times");
      }
    }
    assertThat(wrong).isEmpty();
  }
}
