package dev.stint.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramsTest {
  static final Path SOURCES = Path.of("src/test/java/dev/stint/conformance/programs");

  @Test
  void everyProgramSaysWhereItMustHaveBeenFrozen() throws IOException {
    List<Program> programs = ProgramSources.in(SOURCES);
    assertThat(programs).hasSizeGreaterThanOrEqualTo(90);
    assertThat(programs).allMatch(p -> p.marks().stream().anyMatch(Mark::frozen));
  }

  @Test
  void aMarkCoversItsLoopWithoutTheLoopsInIt() throws IOException {
    Program program =
        ProgramSources.in(SOURCES).stream()
            .filter(p -> p.name().equals("SynchronizedCode"))
            .findFirst()
            .orElseThrow();
    Mark outer = program.marks().stream().filter(Mark::frozen).findFirst().orElseThrow();
    Mark inner =
        program.marks().stream()
            .filter(m -> !m.frozen() && m.line() > outer.line())
            .findFirst()
            .orElseThrow();
    assertThat(outer.lines()).contains(outer.line()).doesNotContainAnyElementsOf(inner.lines());
  }
}
