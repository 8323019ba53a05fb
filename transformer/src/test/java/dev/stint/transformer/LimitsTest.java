package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.transformer.harness.Compiled;
import dev.stint.transformer.harness.Run;
import dev.stint.transformer.harness.TestIntrinsics;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Programs at the limits of a class file: they run as before, pinned where there is no other way.
 */
class LimitsTest {
  private static final String HEAD =
      "import static dev.stint.transformer.harness.Suspender.*; class Prog {\n";

  @Test
  void a_method_without_room_for_the_context_runs_pinned() throws Exception {
    String parameters = list("int a%d", 255);
    TransformedProgram program =
        check(
            HEAD
                + "static int f("
                + parameters
                + ") { int s = 0; for (int i = 0; i < 2; i++) s += pause(a254); return s; }\n"
                + "static Object run() { int n = 0; for (int i = 0; i < 2; i++) n += f("
                + list("%d", 255)
                + "); return n; } }");
    assertThat(reasons(program)).contains("TOO_MANY_PARAMETERS");
  }

  @Test
  void a_method_that_would_outgrow_64_kilobytes_runs_pinned() throws Exception {
    String calls =
        IntStream.range(0, 1200)
            .mapToObj(i -> "s += pause(" + i + "L) + a" + i % 20 + ";")
            .collect(Collectors.joining("\n"));
    TransformedProgram program =
        check(
            HEAD
                + "static long f("
                + list("long a%d", 20)
                + ") { long s = 0; "
                + calls
                + " return s; }\n"
                + "static Object run() { long n = 0; for (int i = 0; i < 2; i++) n += f("
                + list("%dL", 20)
                + "); return n; } }");
    assertThat(reasons(program)).contains("TOO_LARGE");
  }

  @Test
  void a_method_beyond_the_compilers_8_kilobytes_is_suspendable() throws Exception {
    String calls =
        IntStream.range(0, 700)
            .mapToObj(i -> "s += pause(" + i + ") * " + i + ";")
            .collect(Collectors.joining("\n"));
    TransformedProgram program =
        check(HEAD + "static Object run() { int s = 0; " + calls + " return s; } }");
    assertThat(program.report().suspensionPoints()).isEqualTo(700);
  }

  @Test
  void more_live_values_than_a_frame_takes_run_pinned() throws Exception {
    String locals =
        IntStream.range(0, 130)
            .mapToObj(i -> "long v" + i + " = base + " + i + ";")
            .collect(Collectors.joining("\n"));
    TransformedProgram program =
        check(
            HEAD
                + "static Object run() { long base = pause(5L); "
                + locals
                + " base += pause(6L); return base + "
                + list("v%d", 130).replace(",", "+")
                + "; } }");
    assertThat(reasons(program)).contains("TOO_MANY_LIVE_VALUES");
  }

  private static TransformedProgram check(String source) throws Exception {
    Map<String, byte[]> classes = Compiled.of(source);
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    Run.Outcome outcome = Run.stopping(program, "Prog", 1);
    assertThat(outcome.result()).isEqualTo(Run.plain(classes, "Prog"));
    assertThat(outcome.stops()).isPositive();
    return program;
  }

  private static String reasons(TransformedProgram program) {
    return program.report().pinnedSites().stream()
        .map(s -> s.reason().name())
        .distinct()
        .toList()
        .toString();
  }

  private static String list(String pattern, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> pattern.formatted(i))
        .collect(Collectors.joining(","));
  }
}
