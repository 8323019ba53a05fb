package dev.stint.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what came of the programs as a table for people. */
final class ConformanceTable {
  private ConformanceTable() {}

  static void write(Path file, List<ProgramRuns> all, int[] tortures) throws IOException {
    StringBuilder text = new StringBuilder("| program |");
    for (int torture : tortures) {
      text.append(" torture ").append(torture).append(" |");
    }
    text.append(" marks | freezes | missed | pinned loops |\n|---|");
    text.append("---|".repeat(tortures.length + 4)).append('\n');
    int passed = 0;
    for (ProgramRuns runs : all) {
      boolean good = runs.violations().isEmpty();
      text.append("| ").append(runs.program()).append(" |");
      for (int torture : tortures) {
        boolean same = runs.difference(torture).isEmpty();
        good &= same;
        text.append(same ? " same |" : " differs |");
      }
      text.append(
          runs.violations().isEmpty() ? " hold |" : " " + runs.violations().size() + " broken |");
      text.append(' ').append(runs.freezes()).append(" | ").append(runs.misses()).append(" | ");
      text.append(runs.program().marks().stream().filter(m -> !m.frozen()).count()).append(" |\n");
      passed += good ? 1 : 0;
    }
    text.append("\n").append(passed).append(" of ").append(all.size()).append(" conform\n");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
