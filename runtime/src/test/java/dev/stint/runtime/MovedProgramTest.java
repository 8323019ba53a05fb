package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.moved.ChangedEnvironment;
import dev.stint.moved.HeldStatics;
import dev.stint.moved.ScatteredTasklets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that go from one node to another, each of which has an engine of its own. */
@Timeout(60)
final class MovedProgramTest {
  @TempDir Path folder;

  private String outputOf(Class<?> program) throws Exception {
    FakeHost.Cluster cluster = new FakeHost.Cluster();
    JobCode code = new JobCode("ab", List.of(classesOf(program)), List.of(program.getName()));
    EngineOptions options = EngineOptions.ofMachine(folder.resolve("cache"));
    try (TaskletEngine here = TaskletEngine.start(options);
        TaskletEngine there = TaskletEngine.start(options);
        JobRuntime first = open(here, code, new FakeHost(cluster, "n1"));
        JobRuntime second = open(there, code, new FakeHost(cluster, "n2"))) {
      first.startMain(cluster.nodes.get("n1").newCell(), program.getName(), List.of());
      CellOutcome end = cluster.end.get();
      String failure =
          end instanceof CellOutcome.Threw threw ? String.join("\n", threw.stack()) : "";
      return cluster.output() + failure;
    }
  }

  private static JobRuntime open(TaskletEngine engine, JobCode code, FakeHost host)
      throws IOException {
    host.job = engine.open(code, JobSettings.named("moved"), host);
    return host.job;
  }

  /** A folder with this program alone. */
  private Path classesOf(Class<?> program) throws IOException {
    Path classes = folder.resolve("classes");
    Path source = Path.of(program.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path own = Path.of(program.getPackageName().replace('.', '/'));
    Files.createDirectories(classes.resolve(own));
    try (Stream<Path> files = Files.list(source.resolve(own))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches(program.getSimpleName() + "([$].*)?[.]class")) {
          Files.copy(file, classes.resolve(own).resolve(name));
        }
      }
    }
    return classes;
  }

  /** Often, since a tasklet that stays may ask for its next move, or end, at once. */
  @RepeatedTest(20)
  void aStaticThatCannotTravelAnchorsUntilItCan() throws Exception {
    List<String> lines = outputOf(HeldStatics.class).lines().toList();
    assertThat(lines.get(0)).startsWith("HeldStatics.REGISTRY{value} (java.lang.Thread)");
    assertThat(lines.subList(1, lines.size())).containsExactly("true", "5 true", "true");
  }

  @Test
  void scopesSelectsAndInterruptionsReachOtherNodes() throws Exception {
    assertThat(outputOf(ScatteredTasklets.class).lines())
        .containsExactly(
            "failed on n2", "0 1 2 3 4 5 6 7 -1 8", "nothing", "still asleep", "interrupted on n2");
  }

  /** Often, since a tasklet that stays may ask for its next move, or end, at once. */
  @RepeatedTest(20)
  void whatAProgramChangedAroundItselfIsSoElsewhere() throws Exception {
    assertThat(outputOf(ChangedEnvironment.class).lines())
        .containsExactly("[kept, too]", "v", "null", "fa GMT+05:00", "true", "true", "hook");
  }
}
