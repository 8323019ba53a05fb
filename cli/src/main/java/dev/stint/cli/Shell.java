package dev.stint.cli;

import dev.stint.client.StintClient;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Function;

/**
 * What a command sees of the world around it.
 *
 * @param screen where {@code out} goes
 * @param connector gives a client for an address; empty for the default one
 */
record Shell(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    Screen screen,
    Function<String, StintClient> connector) {

  /** Whether a person watches {@code out}. */
  boolean terminal() {
    return screen.watched();
  }

  /** See no-color.org. */
  boolean colours() {
    return terminal()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Whether {@code out} understands cursor movements. */
  boolean redraws() {
    return terminal() && !"dumb".equals(environment.get("TERM"));
  }

  StintClient connect(ClusterOptions options) {
    return connector.apply(options.address);
  }

  /** {@link #out} for those who write characters. */
  PrintWriter outWriter() {
    return new PrintWriter(out, true, out.charset());
  }

  /** {@link #err} for those who write characters. */
  PrintWriter errWriter() {
    return new PrintWriter(err, true, err.charset());
  }

  /** Tells something that is not the command's answer. */
  void say(String line) {
    err.println(line);
  }
}
