package dev.stint.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that are frozen and thawed at every first, second and seventh safepoint must not be able
 * to tell, and must have been frozen where they say so. {@code -Dconformance.only=A,B} runs some.
 */
class ConformanceTest {
  private static final int[] TORTURES = {1, 2, 7};
  private static final Path PACKAGE = Path.of("dev", "stint", "conformance", "programs");
  private static final Path TARGET = Path.of("target", "conformance").toAbsolutePath();

  @TempDir Path cache;

  @TestFactory
  Stream<DynamicNode> programs() throws Exception {
    List<Program> programs = wanted();
    Map<String, Result> plain = new PlainRuns(TARGET.resolve("plain")).run(programs);
    List<ProgramRuns> all = new ArrayList<>();
    EngineRunner engine = new JobEngineRunner(cache);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<ProgramRuns>> futures = new ArrayList<>();
      for (Program program : programs) {
        Result expected = plain.get(program.name());
        Path classes = classesOf(program);
        futures.add(pool.submit(() -> runs(engine, program, expected, classes)));
      }
      for (Future<ProgramRuns> future : futures) {
        all.add(future.get());
      }
    }
    ConformanceTable.write(Path.of("target", "conformance.md"), all, TORTURES);
    KnownGaps gaps = KnownGaps.read();
    return all.stream().map(runs -> tests(runs, gaps));
  }

  private static List<Program> wanted() throws IOException {
    List<Program> programs = ProgramSources.in(ProgramsTest.SOURCES);
    String only = System.getProperty("conformance.only", "");
    if (only.isEmpty()) {
      return programs;
    }
    Set<String> names = Set.of(only.split(","));
    return programs.stream().filter(p -> names.contains(p.name())).toList();
  }

  /** The engine is given a folder with one program's classes and nothing else. */
  private static Path classesOf(Program program) throws IOException {
    Path folder = TARGET.resolve("classes").resolve(program.name());
    Path to = Files.createDirectories(folder.resolve(PACKAGE));
    try (Stream<Path> files = Files.list(Path.of("target", "test-classes").resolve(PACKAGE))) {
      for (Path file : files.toList()) {
        String simpleName = file.getFileName().toString().replace(".class", "");
        if (program.owns(Program.PACKAGE + "." + simpleName)) {
          Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
        }
      }
    }
    return folder;
  }

  private static ProgramRuns runs(
      EngineRunner engine, Program program, Result plain, Path classes) {
    ProgramRuns runs = new ProgramRuns(program, plain);
    for (int torture : TORTURES) {
      try {
        runs.ran(torture, engine.run(program, classes, torture));
      } catch (Exception | Error e) {
        runs.failed(torture, e);
      }
    }
    return runs;
  }

  private static DynamicNode tests(ProgramRuns runs, KnownGaps gaps) {
    List<DynamicNode> tests = new ArrayList<>();
    for (int torture : TORTURES) {
      tests.add(
          dynamicTest(
              "torture " + torture,
              () -> gaps.check(runs.program(), () -> checkSame(runs, torture))));
    }
    tests.add(
        dynamicTest(
            "frozen where it says so",
            () -> gaps.check(runs.program(), () -> assertThat(runs.violations()).isEmpty())));
    return dynamicContainer(runs.program().name(), tests);
  }

  private static void checkSame(ProgramRuns runs, int torture) {
    String difference = runs.difference(torture);
    if (!difference.isEmpty()) {
      fail(runs.program() + " under torture " + torture + ": " + difference, runs.failure(torture));
    }
  }
}
