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
    return of(connector, Screen.NONE, Map.of(), "", arguments);
  }

  /** With what a person sees and types. */
  static Invocation of(
      Function<String, StintClient> connector,
      Screen screen,
      Map<String, String> environment,
      String typed,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            environment,
            screen,
            connector);
    int exitCode = Stint.run(shell, arguments);
    return new Invocation(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
