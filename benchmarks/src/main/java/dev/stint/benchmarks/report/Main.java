package dev.stint.benchmarks.report;

import dev.stint.benchmarks.programs.Kernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the measurements, briefly, and writes a report. Arguments: the report's file; then regular
 * expressions of what to run, such as {@code Yield.*}, or none for all.
 */
public final class Main {
  private static final String PACKAGE = "dev.stint.benchmarks.";
  private static final TimeValue TURN = TimeValue.milliseconds(400);
  private static final int WARM_UP = 4;
  private static final int MEASURED = 4;

  private Main() {}

  public static void main(String[] arguments) throws RunnerException, IOException {
    Path file = Path.of(arguments[0]);
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    List<Row> rows = rowsOf(new Runner(options(wanted).build()).run());
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    Files.writeString(file, Report.of(rows, about()));
    System.out.println("the report is " + file);
  }

  private static ChainedOptionsBuilder options(List<String> wanted) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .param("kernel", Kernels.NAMES.toArray(String[]::new))
            .warmupIterations(WARM_UP)
            .warmupTime(TURN)
            .measurementIterations(MEASURED)
            .measurementTime(TURN)
            .shouldFailOnError(false);
    for (String one : wanted.isEmpty() ? List.of("") : wanted) {
      options.include("^" + PACKAGE.replace(".", "\\.") + (one.isEmpty() ? "" : one + "\\."));
    }
    return options;
  }

  private static List<Row> rowsOf(Collection<RunResult> results) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (RunResult result : results) {
      BenchmarkParams about = result.getParams();
      String[] name = about.getBenchmark().substring(PACKAGE.length()).split("\\.");
      List<String> parameters = new ArrayList<>();
      about.getParamsKeys().forEach(key -> parameters.add(about.getParam(key)));
      String parameter = String.join(" ", parameters);
      rows.computeIfAbsent(
              name[0] + " " + parameter, key -> new Row(name[0], parameter, new HashMap<>()))
          .nanos()
          .put(name[1], result.getPrimaryResult().getScore());
    }
    return List.copyOf(rows.values());
  }

  private static List<String> about() {
    return List.of(
        "Java " + Runtime.version() + ", " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors() + " processors",
        "commit " + Objects.requireNonNullElse(System.getProperty("stint.commit"), "unknown"),
        "JMH, one fork each, "
            + MEASURED
            + " measured turns of "
            + TURN
            + " after "
            + WARM_UP
            + " to warm up. Short: compare ratios, not times.");
  }
}
