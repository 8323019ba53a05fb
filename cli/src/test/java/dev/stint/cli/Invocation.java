package dev.stint.cli;

import dev.stint.client.StintClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** What one run of the command left behind. */
record Invocation(int exitCode, String out, String err) {

  static Invocation of(FakeCluster cluster, String... arguments) {
    return of(address -> cluster, arguments);
  }

  static Invocation of(Function<String, StintClient> connector, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(new byte[0]),
            Map.of(),
            false,
            connector);
    int exitCode = Stint.run(shell, arguments);
    return new Invocation(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
